using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CognitoPools.TestShell;

/// <summary>A child shell that reads one command after the other, and can be interrupted as with Ctrl+C.</summary>
public sealed class InteractiveShell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process = ChildShell.Start(["-NonInteractive", "-Command", "-"]);
    private readonly StringBuilder shown = new();
    private readonly Lock gate = new();
    private int commands;

    /// <summary>Starts the shell.</summary>
    public InteractiveShell()
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Gets what the present command has shown.</summary>
    public string Shown
    {
        get
        {
            lock (gate)
                return shown.ToString();
        }
    }

    /// <summary>Runs a command and gives what it showed, errors and warnings included.</summary>
    /// <param name="command">The text to run, on one line.</param>
    public async Task<string> RunAsync(string command)
    {
        lock (gate)
            shown.Clear();
        var end = string.Create(CultureInfo.InvariantCulture, $"end of command {++commands}");
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.WriteLineAsync($"'{end}'");
        await UntilAsync(text => text.EndsWith(end + "\n", StringComparison.Ordinal));
        return Shown[..^(end.Length + 1)];
    }

    /// <summary>Waits until what the present command has shown satisfies a condition.</summary>
    /// <param name="condition">The condition.</param>
    public async Task UntilAsync(Func<string, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition(Shown))
            await Task.Delay(1, limit.Token);
    }

    /// <summary>Interrupts the present command, as the terminal does at Ctrl+C.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private void Add(string? line)
    {
        lock (gate)
            shown.Append(line).Append(line is null ? "" : "\n");
    }
}
