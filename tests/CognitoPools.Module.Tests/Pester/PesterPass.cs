using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Pester;

/// <summary>One PowerShell that runs test files under one version of Pester, in one culture and time zone.</summary>
public abstract class PesterPass : IDisposable
{
    /// <summary>The versions of Pester that the build downloads.</summary>
    protected static readonly string Version = Metadata("PesterVersion");

    /// <inheritdoc cref="Version"/>
    protected static readonly string EarlierVersion = Metadata("EarlierPesterVersion");

    // Tells an answer from what tests write to the console.
    private const string Mark = "##verdict ";

    private readonly Process shell;
    private readonly StringBuilder errors = new();

    /// <summary>Starts the shell.</summary>
    /// <param name="version">The version of Pester.</param>
    /// <param name="culture">The culture's name, which is empty for the invariant culture.</param>
    /// <param name="zone">The time zone, on systems that take it from the environment.</param>
    /// <param name="preference">The caller's ErrorActionPreference, which Pester 6 hands on to the tests.</param>
    protected PesterPass(string version, string culture, string zone, string preference = "Continue")
    {
        (Pester, Culture, Zone) = (version, culture, zone);
        var manifest = Path.Combine(Metadata("PesterFolder"), version, "tools", "Pester.psd1");
        var script = Path.Combine(AppContext.BaseDirectory, "Pester", "Invoke-TestFile.ps1");
        shell = ChildShell.Start(
            [
                "-NonInteractive",
                "-File",
                script,
                "-Pester",
                manifest,
                "-Culture",
                culture,
                "-Preference",
                preference,
                "-Mark",
                Mark,
            ],
            ("TZ", zone));
        shell.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        shell.BeginErrorReadLine();
    }

    public string Pester { get; }

    public string Culture { get; }

    public string Zone { get; }

    /// <summary>Gets the pass in a word or two.</summary>
    public string Name => $"{(Culture.Length == 0 ? "invariant" : Culture)}, Pester {Pester}";

    /// <summary>Runs a test file.</summary>
    /// <param name="path">The file.</param>
    public async Task<PesterVerdict> RunAsync(string path)
    {
        await shell.StandardInput.WriteLineAsync(path);
        while (await shell.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                return JsonSerializer.Deserialize<PesterVerdict>(line[Mark.Length..])!;
        }
        throw new InvalidOperationException($"PowerShell ended while {Path.GetFileName(path)} ran. {errors}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        shell.Kill(entireProcessTree: true);
        shell.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string Metadata(string key) =>
        typeof(PesterPass).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
