using System.Diagnostics;

namespace CognitoPools.TestShell;

/// <summary>Keeps the AWS account of whoever runs the tests from a process.</summary>
public static class WithoutAccount
{
    /// <summary>Removes every setting of the AWS SDK and hides the shared configuration and the machine's role.</summary>
    /// <param name="start">What starts the process.</param>
    public static void Of(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(name);
        }
        var nowhere = Path.Combine(AppContext.BaseDirectory, "no-such-file");
        start.Environment["AWS_CONFIG_FILE"] = nowhere;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = nowhere;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
    }
}
