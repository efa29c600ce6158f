namespace CognitoPools.Account;

/// <summary>A partition of AWS, with the names that Cognito has in its trust policies.</summary>
/// <param name="Name">The name in ARNs, such as <c>aws-us-gov</c>.</param>
/// <param name="CognitoPrincipal">The federated principal of identity pools.</param>
/// <param name="CognitoKeyPrefix">What stands before <c>:aud</c>, <c>:amr</c> and <c>:sub</c> in condition keys.</param>
/// <param name="DnsSuffix">The suffix of host names, such as <c>amazonaws.com</c>.</param>
/// <remarks>
/// China's key prefix is an assumption, because nobody could confirm it. Where it is wrong, take
/// <c>AwsPartition.China with { CognitoKeyPrefix = "..." }</c>: everything that speaks of a partition uses the instance it is given.
/// </remarks>
public sealed record AwsPartition(string Name, string CognitoPrincipal, string CognitoKeyPrefix, string DnsSuffix)
{
    /// <summary>The commercial Regions.</summary>
    public static AwsPartition Aws { get; } = new("aws", "cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com", "amazonaws.com");

    /// <summary>China. Identity pools are in cn-north-1, and the principal carries that Region.</summary>
    internal static AwsPartition China { get; } = new("aws-cn", "cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity.amazonaws.com.cn", "amazonaws.com.cn");

    /// <summary>GovCloud (US).</summary>
    internal static AwsPartition UsGov { get; } = new("aws-us-gov", "cognito-identity-us-gov.amazonaws.com", "cognito-identity-us-gov.amazonaws.com", "amazonaws.com");

    /// <summary>The partitions that have identity pools.</summary>
    public static IReadOnlyList<AwsPartition> All { get; } = [Aws, China, UsGov];

    // No identity pools there: the ARNs and host names are right, Cognito's names are those of the commercial partition.
    private static readonly (string RegionStart, AwsPartition Partition)[] WithoutPools =
    [
        ("us-isob-", Aws with { Name = "aws-iso-b", DnsSuffix = "sc2s.sgov.gov" }),
        ("us-isof-", Aws with { Name = "aws-iso-f", DnsSuffix = "csp.hci.ic.gov" }),
        ("eu-isoe-", Aws with { Name = "aws-iso-e", DnsSuffix = "cloud.adc-e.uk" }),
        ("us-iso-", Aws with { Name = "aws-iso", DnsSuffix = "c2s.ic.gov" }),
        ("eusc-", Aws with { Name = "aws-eusc", DnsSuffix = "amazonaws.eu" }),
    ];

    /// <summary>
    /// The partition of a Region, told by how its name starts. A Region of an unknown form counts as commercial; one of an isolated partition
    /// gets that partition's ARN name and DNS suffix with the commercial Cognito names, since no identity pools are known there.
    /// </summary>
    /// <param name="region">The Region, such as <c>eu-west-1</c>.</param>
    public static AwsPartition FromRegion(string region)
    {
        if (region.StartsWith("cn-", StringComparison.OrdinalIgnoreCase)) return China;
        if (region.StartsWith("us-gov-", StringComparison.OrdinalIgnoreCase)) return UsGov;
        return WithoutPools.FirstOrDefault(known => region.StartsWith(known.RegionStart, StringComparison.OrdinalIgnoreCase)).Partition ?? Aws;
    }

    /// <summary>The partition that an ARN names. An unknown one keeps its name and takes the rest from the commercial partition.</summary>
    /// <param name="arn">Any ARN.</param>
    /// <exception cref="FormatException">The text is not an ARN.</exception>
    internal static AwsPartition FromArn(string arn)
    {
        var parts = arn.Split(':');
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0) throw new FormatException($"'{arn}' is not an ARN: it looks like 'arn:aws:service:region:account:resource'.");
        return All.Concat(WithoutPools.Select(known => known.Partition)).FirstOrDefault(known => known.Name == parts[1]) ?? Aws with { Name = parts[1] };
    }

    /// <summary>An ARN of this partition.</summary>
    /// <param name="service">The service, such as <c>iam</c>.</param>
    /// <param name="region">The Region; empty for global services.</param>
    /// <param name="account">The account's 12 digits.</param>
    /// <param name="resource">The resource, such as <c>role/name</c>.</param>
    public string Arn(string service, string region, string account, string resource) => $"arn:{Name}:{service}:{region}:{account}:{resource}";
}
