using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CognitoPools.Emulator;

namespace CognitoPools.Bench;

/// <summary>Runs a program in a separate process and reads the JSON of its last line.</summary>
internal static class ChildProgram
{
    /// <summary>The time limit of one run.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Runs a script in the shell and returns the JSON of its last line.</summary>
    /// <exception cref="InvalidOperationException">The program failed, reached the time limit, or wrote no JSON.</exception>
    public static Task<JsonElement> ShellAsync(MeasuredShell shell, EmulatorProcess emulator, string script) =>
        RunAsync(emulator, shell.StartInfo(script));

    /// <summary>Runs a program and returns the JSON of its last line.</summary>
    /// <exception cref="InvalidOperationException">The program failed, reached the time limit, or wrote no JSON.</exception>
    public static Task<JsonElement> RunAsync(EmulatorProcess emulator, string program, IEnumerable<string> arguments) =>
        RunAsync(emulator, new ProcessStartInfo(program, arguments));

    private static async Task<JsonElement> RunAsync(EmulatorProcess emulator, ProcessStartInfo start)
    {
        var program = start.FileName;
        var output = await OutputAsync(emulator, start);
        var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
            ?? "";
        return last.StartsWith('{')
            ? JsonSerializer.Deserialize<JsonElement>(last)
            : throw new InvalidOperationException($"{program} wrote no result: {output}");
    }

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The program failed or reached the time limit.</exception>
    public static Task<string> OutputAsync(EmulatorProcess emulator, string program, IEnumerable<string> arguments) =>
        OutputAsync(emulator, new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The program failed or reached the time limit.</exception>
    public static async Task<string> OutputAsync(EmulatorProcess emulator, ProcessStartInfo start)
    {
        var program = start.FileName;
        using var process = Start(emulator, start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} was stopped after {Limit.TotalMinutes} minutes.");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{program} ended with exit code {process.ExitCode}: {LastLine(await error + await output)}");
    }

    /// <summary>Whether a program is installed and runs.</summary>
    public static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(EmulatorProcess emulator, ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        // The user's own account must never be called.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            start.Environment.Remove(name);
        }
        var nowhere = Path.Combine(AppContext.BaseDirectory, "no-such-file");
        foreach (var (name, value) in new[]
        {
            (
                "AWS_CONFIG_FILE",
                nowhere), (
                    "AWS_SHARED_CREDENTIALS_FILE",
                    nowhere), (
                        "AWS_EC2_METADATA_DISABLED",
                        "true"), ("AWS_REGION", "us-east-1"), ("AWS_DEFAULT_REGION", "us-east-1"), ("AWS_PAGER", ""),
            (
                "AWS_ENDPOINT_URL",
                emulator.Url), ("AWS_ACCESS_KEY_ID", emulator.AccessKey), ("AWS_SECRET_ACCESS_KEY", emulator.SecretKey),
        })
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
            ?? "no output";
}
