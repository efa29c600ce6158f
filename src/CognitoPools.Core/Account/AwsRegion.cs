using System.Text.RegularExpressions;
using Amazon;

namespace CognitoPools.Account;

/// <summary>Names of AWS Regions. A well-formed name that the SDK does not know is allowed, because new Regions appear
/// between releases of this module.</summary>
public static class AwsRegion
{
    /// <summary>The default Region of a sandbox.</summary>
    public const string SandboxDefault = "us-east-1";

    // Some names begin with more than two letters: eusc-de-east-1.
    private static readonly Regex WellFormed = new(@"\A[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}\z", RegexOptions.CultureInvariant);

    /// <summary>The Regions that the SDK knows, ordered by name, with their locations.</summary>
    public static IReadOnlyList<(string Name, string Place)> Known { get; } =
        [.. RegionEndpoint.EnumerableAllRegions.Select(region => (region.SystemName, region.DisplayName))
            .Where(region => IsWellFormed(region.SystemName))
            .OrderBy(region => region.SystemName, StringComparer.Ordinal)];

    /// <summary>The Regions that the SDK knows in the partition of a Region, ordered by name. They include Regions that
    /// an account must enable first.</summary>
    /// <param name="region">Any Region of the partition.</param>
    public static IReadOnlyList<string> OfPartition(string region)
    {
        var partition = PartitionOf(region);
        return [.. Known.Select(known => known.Name).Where(name => PartitionOf(name) == partition)];
    }

    /// <summary>Whether the text has the form of a Region's name, such as <c>us-gov-west-1</c>.</summary>
    public static bool IsWellFormed(string? name) => name is not null && WellFormed.IsMatch(name);

    /// <summary>Returns the name if it is well formed.</summary>
    /// <param name="name">The name to check.</param>
    /// <param name="source">The source of the name for the message: a parameter, a variable or a profile.</param>
    /// <exception cref="AccountException">The name is not well formed.</exception>
    public static string Require(string name, string source) => IsWellFormed(name)
        ? name
        : throw new AccountException(AccountFault.InvalidRegion,
            $"'{ShownText.Value(name)}' ({source}) is not the name of an AWS Region. "
                + $"{NearestMatch.Question(name, Known.Select(region => region.Name))} ".TrimStart()
                + "Specify a Region such as 'us-east-1' or 'eu-central-1', or omit it to use the "
                + "configured one.");

    /// <summary>The partition of the Region, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    internal static string PartitionOf(string region) => RegionEndpoint.GetBySystemName(region).PartitionName;

    /// <summary>The Region in which the partition's one IAM endpoint is signed for (IAM's endpoints in AWS's general
    /// reference).</summary>
    internal static string IamHomeOf(string region) => PartitionOf(region) switch
    {
        "aws" => "us-east-1",
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        _ => region,
    };
}
