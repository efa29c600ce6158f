namespace CognitoPools.Bench;

/// <summary>The installed programs that the module is compared with.</summary>
internal static class Tools
{
    private static readonly Lazy<string?> Python = new(() => new[]
    {
        "python3",
        "python",
    }.FirstOrDefault(name => ChildProgram.Runs(name, "-c", "import boto3")));
    private static readonly Lazy<bool> AwsCli = new(() => ChildProgram.Runs("aws", "--version"));

    /// <summary>The name of a Python with boto3, or null.</summary>
    public static string? PythonWithBoto3 => Python.Value;

    public static bool HasAwsCli => AwsCli.Value;
}
