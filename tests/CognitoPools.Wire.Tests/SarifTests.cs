using System.ComponentModel;
using System.Text.Json.Nodes;
using CognitoPools.Core.Tests.Reports;
using CognitoPools.Reports;

namespace CognitoPools.Wire.Tests;

/// <summary>Microsoft's validator reads the SARIF that the module writes.</summary>
public sealed class SarifTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sarif");

    [SarifMultitoolFact]
    public async Task The_validator_has_no_error()
    {
        foreach (var report in new[] { ReportSample.Usual, ReportSample.Hostile, ReportSample.Empty })
        {
            var file = Path.Combine(folder.FullName, "audit.sarif");
            var answer = Path.Combine(folder.FullName, "answer.sarif");
            await File.WriteAllTextAsync(file, SarifReport.Write(report));
            var (_, output, error) = await ExternalTool.RunAsync(
                SarifMultitool.Program!, ["validate", file, "--output", answer, "--log", "ForceOverwrite"]);

            Assert.True(File.Exists(answer), output + error);
            var results = JsonNode.Parse(await File.ReadAllTextAsync(answer))!["runs"]![0]!["results"]!.AsArray();
            Assert.DoesNotContain(results, result => (string?)result!["level"] == "error");
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>The validator, which npm may not be able to install.</summary>
internal static class SarifMultitool
{
    private const string Package = "@microsoft/sarif-multitool@5.7.0";

    private static readonly Lazy<string?> Installed = new(Install);

    /// <summary>The program; null where there is none.</summary>
    public static string? Program => Installed.Value;

    private static string? Install()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var prefix = Path.Combine(AppContext.BaseDirectory, "sarif-multitool");
            using var process = ChildProcess.Start("npm", ["install", "--no-audit", "--no-fund", "--prefix", prefix, Package]);
            if (ChildProcess.EndAsync(process).GetAwaiter().GetResult().Code != 0)
                return null;
            var program = Path.Combine(prefix, "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");
            if (!File.Exists(program))
                return null;
            // npm may refuse the script of the package that does this.
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
            return program;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>A test that is skipped where there is no validator of SARIF.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SarifMultitoolFactAttribute : FactAttribute
{
    public SarifMultitoolFactAttribute()
    {
        if (SarifMultitool.Program is null)
            Skip = "npm did not install @microsoft/sarif-multitool.";
    }
}
