namespace CognitoPools.Commands;

/// <summary>
/// Lets a second Ctrl+C cancel the undo that the first one started. The engine stops a pipeline once and does not report a
/// second Ctrl+C to it, so the console's event is used while a stopped command undoes its steps.
/// </summary>
/// <remarks>Only the host of pwsh and powershell.exe has a console. In any other host (editors, remote sessions,
/// Azure Automation, runspaces of a program) a stopped command has less time instead.</remarks>
internal sealed class UndoInterrupt : IDisposable
{
    private const string HostWithConsole = "ConsoleHost";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource abandon = new();
    private readonly CancellationTokenRegistration stopped;
    private bool isListening;

    /// <summary>Waits for the first Ctrl+C.</summary>
    /// <param name="host">The host's name.</param>
    /// <param name="stop">Cancelled by the first Ctrl+C.</param>
    public UndoInterrupt(string host, CancellationToken stop)
    {
        var hasConsole = host == HostWithConsole;
        Limits = new UndoLimits(Long, hasConsole ? Long : Short, abandon.Token);
        if (hasConsole)
            stopped = stop.Register(Listen);
    }

    /// <summary>How long an undo may take, and what cancels it.</summary>
    public UndoLimits Limits { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        stopped.Dispose();
        if (isListening)
            Console.CancelKeyPress -= GiveUp;
        abandon.Dispose();
    }

    private void Listen()
    {
        try
        {
            Console.CancelKeyPress += GiveUp;
            isListening = true;
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            // Without a console there is no second Ctrl+C, so the undo has its full time.
        }
    }

    private void GiveUp(object? sender, ConsoleCancelEventArgs interrupt)
    {
        interrupt.Cancel = true;
        abandon.Cancel();
    }
}
