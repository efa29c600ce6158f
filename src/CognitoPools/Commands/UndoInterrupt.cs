namespace CognitoPools.Commands;

/// <summary>
/// Lets a second Ctrl+C give up the undo that the first one started. The engine stops a pipeline once and hands no second
/// Ctrl+C to it, so the console's own event is used while a stopped command undoes its steps.
/// </summary>
/// <remarks>The host of pwsh and powershell.exe has a console of its own. In any other host (editors, remote sessions,
/// Azure Automation, runspaces of a program) a stopped command has a shorter time instead.</remarks>
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

    /// <summary>How long an undo may take, and what gives it up.</summary>
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
            // Without a console there is no second Ctrl+C; the undo then has its whole time.
        }
    }

    private void GiveUp(object? sender, ConsoleCancelEventArgs interrupt)
    {
        interrupt.Cancel = true;
        abandon.Cancel();
    }
}
