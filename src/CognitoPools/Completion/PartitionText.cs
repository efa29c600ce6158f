using CognitoPools.Account;

namespace CognitoPools.Completion;

/// <summary>Where a partition's names are valid, in words.</summary>
internal static class PartitionText
{
    public static string Of(AwsPartition partition) =>
        partition.OnlyRegion is { } region ? $"Partition {partition.Name}, Region {region}" : $"Partition {partition.Name}";
}
