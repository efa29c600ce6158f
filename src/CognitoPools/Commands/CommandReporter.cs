using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;

namespace CognitoPools.Commands;

/// <summary>Passes reports of the core's threads to the pipeline's thread, the only one that may write.</summary>
internal sealed class CommandReporter : IReporter, ICallObserver
{
    private readonly BlockingCollection<Action<PoolCommand>> queue = [];
    private readonly ProgressBoard progress = new(TimeProvider.System);

    /// <summary>Whether verbose text is shown. If not, it is not composed, and calls are not observed.</summary>
    public bool ShowsVerbose { get; set; } = true;

    public bool ShowsProgress { get; set; } = true;

    public void Verbose(string text)
    {
        if (ShowsVerbose)
            queue.Add(command => command.WriteVerbose(text));
    }

    public void Warning(string text) => queue.Add(command => command.WriteWarning(text));

    public void Progress(string activity, string? status, int? percent = null)
    {
        if (ShowsProgress)
            progress.Set(activity, status, percent);
    }

    public void Calling(AwsCall call) =>
        Verbose(string.Format(
            CultureInfo.InvariantCulture, "Calling {0}:{1} in {2}{3}.", call.Service,
            call.Operation, call.Region, call.Summary is null ? "" : $" ({call.Summary})"));

    public void Retrying(AwsCall call, Exception? cause, TimeSpan delay) => Verbose(string.Format(CultureInfo.InvariantCulture,
        "{0}:{1} failed ({2}). Attempt {3} follows in {4:0.0} s.",
        call.Service,
        call.Operation,
        cause?.Message ?? "no reason given",
        call.Attempt + 1,
        delay.TotalSeconds));

    public void Wake() => queue.Add(static _ => { });

    public void WaitAndDrain(PoolCommand command, TimeSpan wait, bool quiet)
    {
        if (queue.TryTake(out var first, wait) && !quiet)
            first(command);
        Drain(command, quiet);
    }

    public void Drain(PoolCommand command, bool quiet = false)
    {
        while (queue.TryTake(out var action))
        {
            if (!quiet)
                action(command);
        }
        if (!quiet)
            Write(command, progress.Due());
    }

    /// <summary>Ends the progress that is still shown.</summary>
    public void EndProgress(PoolCommand command) => Write(command, progress.End());

    private static void Write(PoolCommand command, IReadOnlyList<ProgressRecord> records)
    {
        foreach (var record in records)
            command.WriteProgress(record);
    }
}
