using System.Globalization;
using System.Management.Automation;
using PoolShell;

namespace CognitoPools.Module.Tests;

/// <summary>The verdicts of one test file.</summary>
/// <param name="Results">A result for each test: Name, Result and Message.</param>
public sealed record PesterFile(IReadOnlyList<PSObject> Results)
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.Tests.ps1").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public int Passed => Count("Passed");

    public int Skipped => Count("Skipped");

    public IReadOnlyList<PSObject> Failed => [.. Results.Where(result => (string)result.Properties["Result"].Value == "Failed")];

    /// <summary>Runs a file in a shell of its own with MiniPester.</summary>
    public static PesterFile Run(string path, CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            using var output = new StringWriter();
            using var session = new ShellSession(new ShellHostUI(output, output), Path.Combine(Root, "out"));
            using var shell = PowerShell.Create(session.Runspace);
            shell.AddScript("param($mini, $file) . $mini; Invoke-MiniPester $file").AddArgument(Path.Combine(Root, "tests/MiniPester/MiniPester.ps1")).AddArgument(path);
            return new PesterFile([.. shell.Invoke().Where(item => item.Properties["Result"] is not null)]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    /// <summary>The counts on one line.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed.Count} failed, {Skipped} skipped");

    /// <summary>The failed tests with their messages.</summary>
    public string Report => string.Join(Environment.NewLine, Failed.Select(result => $"[-] {result.Properties["Name"].Value}: {result.Properties["Message"].Value}"));

    private int Count(string outcome) => Results.Count(result => (string)result.Properties["Result"].Value == outcome);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CognitoPools.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
