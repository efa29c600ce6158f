namespace CognitoPools.Account;

/// <summary>A partition of AWS as seen from one of its Regions, with the names of Cognito in trust policies.</summary>
/// <param name="Name">The name in ARNs, such as <c>aws-us-gov</c>.</param>
/// <param name="CognitoPrincipal">The federated principal of identity pools.</param>
/// <param name="CognitoKeyPrefix">The prefix of <c>:aud</c>, <c>:amr</c> and <c>:sub</c> in condition keys.</param>
/// <param name="DnsSuffix">The suffix of host names, such as <c>amazonaws.com</c>.</param>
/// <remarks>
/// Values that could not be confirmed are marked [?] in the table. If one is wrong, use <c>AwsPartition.China with {
/// CognitoKeyPrefix = "..." }</c>: all code uses the instance that it receives.
/// </remarks>
public sealed record AwsPartition(string Name, string CognitoPrincipal, string CognitoKeyPrefix, string DnsSuffix)
{
    private const string CommercialName = "cognito-identity.amazonaws.com";

    /// <summary>The commercial Regions.</summary>
    /// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html</remarks>
    public static AwsPartition Aws { get; } = new("aws", CommercialName, CommercialName, "amazonaws.com");

    /// <summary>China. Identity pools are in cn-north-1, and the principal contains that Region. Key prefix [?]: public
    /// templates use it.</summary>
    internal static AwsPartition China { get; } = new(
        "aws-cn", "cognito-identity.cn-north-1.amazonaws.com.cn",
        "cognito-identity.amazonaws.com.cn", "amazonaws.com.cn")
    {
        // AWS's Android SDK, which has the commercial key for every other Region.
        DeveloperLoginKey = "cognito-identity.cn-north-1.amazonaws.com.cn",
    };

    /// <summary>GovCloud (US), us-gov-west-1.</summary>
    /// <remarks>https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html</remarks>
    internal static AwsPartition UsGov { get; } = new(
        "aws-us-gov", "cognito-identity-us-gov.amazonaws.com",
        "cognito-identity-us-gov.amazonaws.com", "amazonaws.com")
    {
        OnlyRegion = "us-gov-west-1",
    };

    /// <summary>GovCloud (US), us-gov-east-1, which has different names. The principal and the limit are from the
    /// GovCloud user guide, the condition keys from AWS's sample templates.</summary>
    /// <remarks>https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html</remarks>
    internal static AwsPartition UsGovEast { get; } = new(
        "aws-us-gov", "cognito-identity.us-gov-east-1.amazonaws.com",
        "cognito-identity.us-gov-east-1.amazonaws.com", "amazonaws.com")
    {
        OnlyRegion = "us-gov-east-1",
        // The guide's limit of 24 characters for the names of role and session together, minus the shortest session
        // name.
        LongestRoleName = 20,
    };

    /// <summary>The European Sovereign Cloud. AWS's public model has the endpoints; principal and key prefix [?] are the
    /// commercial ones with this suffix.</summary>
    internal static AwsPartition EuropeanSovereign { get; } = new(
        "aws-eusc", "cognito-identity.amazonaws.eu", "cognito-identity.amazonaws.eu", "amazonaws.eu");

    /// <summary>The partitions that have identity pools, GovCloud once for each of its Regions.</summary>
    public static IReadOnlyList<AwsPartition> All { get; } = [Aws, China, UsGov, UsGovEast, EuropeanSovereign];

    // The isolated partitions have no identity pools. Their ARNs and host names are correct; Cognito's names are those
    // of the commercial partition. The longest prefix comes first.
    private static readonly (string RegionStart, AwsPartition Partition)[] ByRegion =
    [
        ("cn-", China),
        ("us-gov-east-", UsGovEast),
        ("us-gov-", UsGov),
        ("eusc-", EuropeanSovereign),
        ("us-isob-", Aws with { Name = "aws-iso-b", DnsSuffix = "sc2s.sgov.gov" }),
        ("us-isof-", Aws with { Name = "aws-iso-f", DnsSuffix = "csp.hci.ic.gov" }),
        ("eu-isoe-", Aws with { Name = "aws-iso-e", DnsSuffix = "cloud.adc-e.uk" }),
        ("us-iso-", Aws with { Name = "aws-iso", DnsSuffix = "c2s.ic.gov" }),
    ];

    /// <summary>The key of a developer token in the logins of the enhanced flow.</summary>
    public string DeveloperLoginKey { get; init; } = CommercialName;

    /// <summary>The only Region with these names; null if the whole partition has them.</summary>
    internal string? OnlyRegion { get; init; }

    /// <summary>The maximum length of a role's name for its sessions to work; null if only the limit of IAM
    /// applies.</summary>
    internal int? LongestRoleName { get; init; }

    /// <summary>
    /// The partition of a Region, determined by the start of its name. A Region of an unknown form counts as
    /// commercial. A Region of an isolated partition gets that partition's ARN name and DNS suffix with the commercial
    /// Cognito names, because no identity pools are known there.
    /// </summary>
    /// <param name="region">The Region, such as <c>eu-west-1</c>.</param>
    public static AwsPartition FromRegion(string region) => ByRegion.FirstOrDefault(
        known => region.StartsWith(known.RegionStart, StringComparison.OrdinalIgnoreCase)).Partition
        ?? Aws;

    /// <summary>The partition of an ARN. An unknown partition keeps its name and has the other values of the commercial
    /// partition.</summary>
    /// <param name="arn">Any ARN.</param>
    /// <exception cref="FormatException">The text is not an ARN.</exception>
    internal static AwsPartition FromArn(string arn)
    {
        var parts = arn.Split(':');
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0)
            throw new FormatException($"'{arn}' is not an ARN. An ARN has the form 'arn:aws:service:region:account:resource'.");
        return ByRegion.Select(known => known.Partition).Prepend(Aws).FirstOrDefault(known => known.Name == parts[1])
            ?? Aws with
            {
                Name = parts[1],
            };
    }

    /// <summary>An ARN of this partition.</summary>
    /// <param name="service">The service, such as <c>iam</c>.</param>
    /// <param name="region">The Region; empty for global services.</param>
    /// <param name="account">The account's 12 digits.</param>
    /// <param name="resource">The resource, such as <c>role/name</c>.</param>
    public string Arn(string service, string region, string account, string resource) =>
        $"arn:{Name}:{service}:{region}:{account}:{resource}";
}
