namespace CognitoPools.Sandbox;

/// <summary>The AWS partition of a Region. An account lives in one partition, so each has its own IAM.</summary>
internal static class Partition
{
    public const string Standard = "aws";

    public static string Of(string region)
    {
        if (region.StartsWith("cn-", StringComparison.Ordinal)) return "aws-cn";
        if (region.StartsWith("us-gov-", StringComparison.Ordinal)) return "aws-us-gov";
        if (region.StartsWith("us-isob-", StringComparison.Ordinal)) return "aws-iso-b";
        if (region.StartsWith("us-isof-", StringComparison.Ordinal)) return "aws-iso-f";
        if (region.StartsWith("us-iso-", StringComparison.Ordinal)) return "aws-iso";
        if (region.StartsWith("eu-isoe-", StringComparison.Ordinal)) return "aws-iso-e";
        if (region.StartsWith("eusc-", StringComparison.Ordinal)) return "aws-eusc";
        return Standard;
    }
}
