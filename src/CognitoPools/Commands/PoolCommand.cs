using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.ExceptionServices;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;

namespace CognitoPools.Commands;

/// <summary>The base of every cmdlet. It runs the core's asynchronous work while the pipeline's thread writes the reports, and
/// stops the work when the pipeline stops.</summary>
public abstract class PoolCommand : PSCmdlet, IDisposable
{
    private const int MostShownDone = 10;

    private static readonly TimeSpan ReadGrace = TimeSpan.FromMilliseconds(500);

    /// <summary>Long enough for the answer of a stopped call and for reading its outcome.</summary>
    private protected static readonly TimeSpan ChangeGrace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly CommandReporter reporter = new();
    private readonly List<string> done = [];
    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> delayed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> defaulted = new(StringComparer.Ordinal);
    private DestructiveQuestion? destructiveQuestion;
    private Exception? thrownLater;
    private RecordSettings? record;

    /// <summary>Cancelled when the user stops the pipeline or the pipeline stops by itself.</summary>
    protected CancellationToken Cancellation => stopping.Token;

    /// <summary>Passes the core's reports to the pipeline's thread.</summary>
    protected IReporter Reporter => reporter;

    /// <summary>Observes the calls that run in the background; null when verbose text is not shown.</summary>
    private protected ICallObserver? Observer => reporter.ShowsVerbose ? reporter : null;

    /// <summary>How long stopped work may still run before it is abandoned. Undoing steps needs longer than a
    /// read.</summary>
    private protected virtual TimeSpan StopGrace => ReadGrace;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The user who stops a command must learn which changes were already made.
        if (Cancellation.IsCancellationRequested && done.Count > 0)
            TellHost(ui => ui.WriteWarningLine(ShownText.Of($"Before the command was stopped, {DoneText()}.")));
        done.Clear();
        Close();
        Cancel();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        var bound = MyInvocation.BoundParameters;
        reporter.ShowsVerbose = bound.TryGetValue("Verbose", out var verbose)
            ? LanguagePrimitives.IsTrue(verbose)
            : IsShown(GetVariableValue("VerbosePreference"));
        reporter.ShowsProgress = IsShown(bound.TryGetValue("ProgressAction", out var action)
            ? action
            : GetVariableValue("ProgressPreference"));
        given.UnionWith(bound.Keys);
        delayed.UnionWith(bound.Where(parameter => PipelineRecord.IsDelayed(parameter.Value)).Select(parameter => parameter.Key));
        if (MyInvocation.ExpectingInput)
            record = new RecordSettings(this, given, delayed);
        try
        {
            CheckBound(parameter => !BoundValues.IsItem(parameter));
        }
        catch (InvalidSettingException exception)
        {
            ThrowTerminatingError(PoolErrors.From(exception, null));
        }
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => Cancel();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        CurrentItem = Items.FirstOrDefault();
        var whole = record is null ? null : PipelineRecord.Of(this, CurrentItem);
        if (!Guard(() => TakeRecord(whole), CurrentItem ?? whole))
            return;
        foreach (var item in Items)
        {
            // The engine binds an empty property of an object rather than the object itself.
            CurrentItem = item ?? Unwrapped.Object(whole);
            Guard(
                () =>
                {
                    CheckBound(parameter => BoundValues.IsItem(parameter) || !given.Contains(parameter) || delayed.Contains(parameter));
                    Process();
                },
                CurrentItem);
        }
    }

    private void TakeRecord(object? whole)
    {
        foreach (var warning in record?.Take(whole is null || IsRow(whole) ? whole : null) ?? [])
            WriteWarning(warning);
    }

    /// <summary>Whether the columns of a record are settings. They are not where the cmdlet processes the record as a whole.</summary>
    private protected virtual bool IsRow(object record) => true;

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End, CurrentItem);

    /// <summary>The items of one record. An argument can be a list, and each item is processed as if it had come through the
    /// pipeline.</summary>
    private protected virtual IReadOnlyList<object?> Items { get; } = [null];

    /// <summary>The user's current item, which is the target of its errors.</summary>
    private protected object? CurrentItem { get; private set; }

    /// <summary>Processes one item. An exception becomes the error of that item, and the pipeline continues.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Runs after the last record.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Ends background work. Called once, even if the pipeline was stopped and <see cref="End"/> was not
    /// called.</summary>
    private protected virtual void Close()
    {
    }

    /// <summary>Runs asynchronous work to its end and returns its result. Meanwhile it writes verbose text, warnings and
    /// progress.</summary>
    private protected T Run<T>(Func<CancellationToken, Task<T>> work)
    {
        using var observation = Observer is { } observer ? CallObservation.Observe(observer) : null;
        var task = Task.Run(() => work(Cancellation));
        Pump(task);
        return task.GetAwaiter().GetResult();
    }

    private protected void Run(Func<CancellationToken, Task> work) => Run(async token =>
    {
        await work(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>Writes each item of an asynchronous sequence when it arrives. A stopped pipeline ends the sequence.</summary>
    private protected void ForEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> sequence, Action<T> write)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var observation = Observer is { } observer ? CallObservation.Observe(observer) : null;
        var enumerator = sequence(ended.Token).GetAsyncEnumerator(ended.Token);
        try
        {
            while (true)
            {
                var next = enumerator.MoveNextAsync();
                if (!(next.IsCompleted ? next.Result : Awaited(next.AsTask())))
                    break;
                reporter.Drain(this);
                // The cmdlets downstream report their own calls.
                using var paused = observation is null ? null : CallObservation.Pause();
                write(enumerator.Current);
            }
        }
        finally
        {
            ended.Cancel();
            reporter.Drain(this, quiet: true);
            reporter.EndProgress(this);
        }
    }

    /// <summary>Remembers a change for the message of a command that is stopped later.</summary>
    /// <param name="what">A clause, such as 'identity pool x was changed'.</param>
    /// <remarks>The work must call it itself: once the work has ended, the pipeline may throw at any moment.</remarks>
    private protected void NoteDone(string what) => done.Add(what);

    /// <summary>Whether the command has written an error.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Whether a parameter is an argument, and not bound from the pipeline.</summary>
    private protected bool IsArgument(string parameter) => given.Contains(parameter);

    /// <summary>Whether a parameter is a script block, which computes the value for each record.</summary>
    private protected bool IsDelayed(string parameter) => delayed.Contains(parameter);

    /// <summary>Processes several values of the item. An exception is an error of one value, and the others are still
    /// processed.</summary>
    private protected void Each<T>(IEnumerable<T> values, Action<T> work)
    {
        foreach (var value in values)
            Guard(() => work(value), CurrentItem);
    }

    private protected bool IsBound(string parameter) => record?.IsBound(parameter) ?? MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Whether the parameter is bound by this call, and not by a default of $PSDefaultParameterValues.</summary>
    private protected bool IsGiven(string parameter)
    {
        if (!IsBound(parameter))
            return false;
        if (!defaulted.TryGetValue(parameter, out var isDefault))
            defaulted[parameter] = isDefault = DefaultedParameter.Is(this, parameter);
        return !isDefault;
    }

    /// <summary>Whether the call only shows what it would do; the engine keeps a bound -WhatIf out of the preference
    /// variable.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
        ? LanguagePrimitives.IsTrue(bound)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Writes an object. Exceptions of later commands in the pipeline pass through, because this command did not
    /// fail.</summary>
    private protected new void WriteObject(object? item) => Hand(() => base.WriteObject(item));

    /// <inheritdoc cref="WriteObject(object?)"/>
    private protected new void WriteObject(object? items, bool enumerateCollection) =>
        Hand(() => base.WriteObject(items, enumerateCollection));

    private void Hand(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception)
        {
            thrownLater = exception;
            throw;
        }
    }

    /// <summary>Writes a warning. A host that cannot show it must not interrupt a change.</summary>
    internal new void WriteWarning(string text) => Tell(() => base.WriteWarning(ShownText.Of(text)));

    /// <inheritdoc cref="WriteWarning"/>
    internal new void WriteVerbose(string text) => Tell(() => base.WriteVerbose(ShownText.Of(text)));

    /// <inheritdoc cref="WriteWarning"/>
    internal new void WriteProgress(ProgressRecord progress) => Tell(() => base.WriteProgress(progress));

    /// <summary>Asks as the engine does. A host that cannot prompt causes an error that explains how to continue without the
    /// question.</summary>
    private protected new bool ShouldProcess(string target, string action) =>
        Ask($"{action} {target}?", () => AsksDestructively
            ? DestructiveQuestion.Ask(
                ShownText.Of($"Are you sure you want to perform this action?{Environment.NewLine}"
                    + $"Performing the operation \"{action}\" on target \"{target}\"."),
                "Confirm")
            : base.ShouldProcess(ShownText.Of(target), ShownText.Of(action)));

    /// <inheritdoc cref="ShouldProcess(string, string)"/>
    private protected new bool ShouldProcess(string description, string question, string caption) =>
        Ask(question, () => AsksDestructively
            ? DestructiveQuestion.Ask(ShownText.Of(question), caption)
            : base.ShouldProcess(ShownText.Of(description), ShownText.Of(question), caption));

    /// <summary>Asks as ShouldProcess does. -Force omits the question unless -Confirm is specified, and never overrides
    /// -WhatIf.</summary>
    private protected bool Agreed(bool force, string target, string action) =>
        (force && !IsBound("Confirm") && !IsWhatIf) || ShouldProcess(target, action);

    /// <inheritdoc cref="ShouldProcess(string, string)"/>
    private protected new bool ShouldContinue(string question, string caption) =>
        Ask(question, () => DestructiveQuestion.Ask(ShownText.Of(question), caption));

    /// <summary>Whether the cmdlet is destructive and must prompt. ShouldProcess decides in every other case.</summary>
    private protected bool AsksDestructively => !IsWhatIf && DestructiveQuestion.IsWanted;

    private DestructiveQuestion DestructiveQuestion => destructiveQuestion ??= new(this);

    /// <summary>Waits for background work, and writes its reports meanwhile.</summary>
    private protected void Await(Task task)
    {
        if (task.IsCompleted)
            reporter.Drain(this);
        else
            Pump(task);
        task.GetAwaiter().GetResult();
    }

    // Hosts that cannot prompt throw various exceptions; pwsh throws a NullReferenceException when its input has ended.
    private bool Ask(string question, Func<bool> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception exception) when (exception is not PipelineStoppedException && !Cancellation.IsCancellationRequested)
        {
            throw new PoolException(PoolErrorId.ConfirmationNotPossible, question.Split('\n')[0].TrimEnd());
        }
    }

    /// <summary>Shows text that a stopped pipeline no longer accepts, unless the host cannot show it.</summary>
    private protected void TellHost(Action<PSHostUserInterface> tell) => Tell(() => tell(Host.UI));

    private static void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception exception) when (!IsDecision(exception))
        {
            // There is no other way to show it.
        }
    }

    // The user or a preference variable ends the command, so the host has not failed.
    private static bool IsDecision(Exception exception) =>
        exception is PipelineStoppedException or ActionPreferenceStopException or FlowControlException
            || IsFlowControl(exception);

    private void CheckBound(Func<string, bool> isWanted)
    {
        foreach (var bound in record?.Bound ?? MyInvocation.BoundParameters!)
        {
            if (isWanted(bound.Key) && !CommonParameters.Contains(bound.Key) && !OptionalCommonParameters.Contains(bound.Key))
            {
                var isOneOfMany = BoundValues.IsItem(bound.Key) && bound.Value is PSObject[];
                BoundValues.Check(MyInvocation.MyCommand, bound.Key, isOneOfMany ? CurrentItem : bound.Value);
            }
        }
    }

    private T Awaited<T>(Task<T> task)
    {
        Await(task);
        return task.Result;
    }

    /// <summary>Writes the reports since the last call.</summary>
    private protected void DrainReports() => reporter.Drain(this);

    private string DoneText() => done.Count <= MostShownDone
        ? string.Join(" and ", done)
        : $"{string.Join(" and ", done.Take(MostShownDone))}, and {done.Count - MostShownDone} more changes were made";

    private static bool IsShown(object? preference) =>
        !LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
            || action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private void Pump(Task task)
    {
        using var done = new ManualResetEventSlim();
        _ = task.ContinueWith(
            static (_, state) => ((CommandReporter)state!).Wake(), reporter, CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Stopwatch? sinceStop = null;
        ExceptionDispatchInfo? interruption = null;
        while (!task.IsCompleted)
        {
            try
            {
                // A stopped pipeline accepts no output.
                reporter.WaitAndDrain(this, TimeSpan.FromMilliseconds(100), quiet: Cancellation.IsCancellationRequested);
            }
            catch (Exception exception)
            {
                // The pipeline stops, or a preference variable turned a warning into an error. The work must end and undo
                // its steps first; otherwise it would continue unseen.
                interruption ??= ExceptionDispatchInfo.Capture(exception);
                Cancel();
            }
            if (!Cancellation.IsCancellationRequested)
                continue;
            sinceStop ??= Stopwatch.StartNew();
            if (sinceStop.Elapsed > StopGrace)
                throw new PipelineStoppedException();
        }
        if (interruption is not null)
        {
            if (task.Exception?.InnerException is { } failure)
                ShowLeftovers(failure);
            interruption.Throw();
        }
        reporter.Drain(this, quiet: Cancellation.IsCancellationRequested);
    }

    /// <summary>Runs work on one item; an exception becomes the error of that item.</summary>
    /// <returns>Whether the work succeeded.</returns>
    private protected bool Guard(Action work, object? item)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception exception) when (!IsDecision(exception) && !ReferenceEquals(exception, thrownLater))
        {
            Fail(exception, item);
            return false;
        }
        catch
        {
            // The activities that the progress shows end with the command.
            reporter.EndProgress(this);
            throw;
        }
    }

    private void Fail(Exception exception, object? item)
    {
        if (Cancellation.IsCancellationRequested)
        {
            ShowLeftovers(exception);
            throw new PipelineStoppedException();
        }
        var record = PoolErrors.From(exception, Unwrapped.Object(item));
        if (PoolErrors.EndsThePipeline(exception))
            ThrowTerminatingError(record);
        Report(record);
    }

    /// <summary>Writes an error. If it stops the command, the engine copies the record and drops the cure unless the message
    /// has it.</summary>
    private protected new void WriteError(ErrorRecord error) =>
        base.WriteError(error is PoolErrorRecord own && StopsAtErrors ? own.Ending() : error);

    /// <inheritdoc cref="WriteError"/>
    private protected new void ThrowTerminatingError(ErrorRecord error) =>
        base.ThrowTerminatingError(error is PoolErrorRecord own ? own.Ending() : error);

    private bool StopsAtErrors =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(
            MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var bound) ? bound : GetVariableValue("ErrorActionPreference"),
            out var action)
        && action == ActionPreference.Stop;

    /// <summary>Reports an error of an item.</summary>
    private protected void Report(ErrorRecord error)
    {
        HasFailed = true;
        NoteFailure(error);
        WriteError(error);
    }

    /// <summary>Called before an error is written.</summary>
    private protected virtual void NoteFailure(ErrorRecord error)
    {
    }

    // A stopped pipeline accepts no more records, so the host shows what is left.
    private void ShowLeftovers(Exception exception)
    {
        var leavesSomething = exception is OutcomeException
            || exception is PlanFailedException plan && plan.Leftovers.Count + plan.Permanent.Count > 0;
        if (leavesSomething)
            TellHost(ui => ui.WriteErrorLine(ShownText.Of(exception.Message)));
    }

    // 'Select-Object -First' stops a pipeline with StopUpstreamCommandsException, which is internal to the engine.
    private static bool IsFlowControl(Exception exception) => exception.GetType().Name is "StopUpstreamCommandsException";

    private void Cancel()
    {
        try
        {
            stopping.Cancel();
        }
        catch (AggregateException)
        {
            // A failing callback must not replace the error that ends the command.
        }
    }
}
