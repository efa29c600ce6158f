namespace CognitoPools.Bench;

/// <summary>The programs of others that are compared, where they are installed.</summary>
internal static class Tools
{
    private static readonly Lazy<string?> Python = new(() => new[]
    {
        "python3",
        "python",
    }.FirstOrDefault(name => ChildProgram.Runs(name, "-c", "import boto3")));
    private static readonly Lazy<bool> AwsCli = new(() => ChildProgram.Runs("aws", "--version"));

    /// <summary>The Python that has boto3; null when none has.</summary>
    public static string? PythonWithBoto3 => Python.Value;

    public static bool HasAwsCli => AwsCli.Value;
}
