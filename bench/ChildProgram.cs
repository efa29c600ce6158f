using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using CognitoPools.Emulator;

namespace CognitoPools.Bench;

/// <summary>Runs a program in a process of its own and reads the JSON that it writes last.</summary>
internal static class ChildProgram
{
    /// <summary>The longest that one run may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Runs a script in the shell and gives the JSON of its last line.</summary>
    /// <exception cref="InvalidOperationException">It failed, took too long, or wrote no JSON.</exception>
    public static Task<JsonElement> ShellAsync(MeasuredShell shell, EmulatorProcess emulator, string script) =>
        RunAsync(emulator, shell.StartInfo(script));

    /// <summary>Runs a program and gives the JSON of its last line.</summary>
    /// <exception cref="InvalidOperationException">It failed, took too long, or wrote no JSON.</exception>
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

    /// <summary>Runs a program and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed or took too long.</exception>
    public static Task<string> OutputAsync(EmulatorProcess emulator, string program, IEnumerable<string> arguments) =>
        OutputAsync(emulator, new ProcessStartInfo(program, arguments));

    /// <summary>Runs a program and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed or took too long.</exception>
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
                $"{program} ended with {process.ExitCode}: {LastLine(await error + await output)}");
    }

    /// <summary>Whether a program is there and runs.</summary>
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
        // The account of whoever measures is not called, by no means.
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
            ?? "it said nothing";
}
