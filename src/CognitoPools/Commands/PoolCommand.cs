using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.ExceptionServices;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;

namespace CognitoPools.Commands;

/// <summary>The base of every cmdlet: runs the core's asynchronous work while the pipeline's thread writes what it
/// reports, and stops when the user does.</summary>
public abstract class PoolCommand : PSCmdlet, IDisposable
{
    private const int MostToldOfDone = 10;

    private static readonly TimeSpan ReadGrace = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than a stopped call may still be answered and its outcome be read.</summary>
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

    /// <summary>Hands the core's reports to the pipeline's thread.</summary>
    protected IReporter Reporter => reporter;

    /// <summary>Who is told of the calls that run beside the pipeline; null when nobody reads verbose text.</summary>
    private protected ICallObserver? Observer => reporter.ShowsVerbose ? reporter : null;

    /// <summary>How long stopped work may still run before it is abandoned. Work that undoes its steps needs longer
    /// than a read.</summary>
    private protected virtual TimeSpan StopGrace => ReadGrace;

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whoever stops a command must learn that a part of its work was finished before.
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
            // The engine takes an empty property of an object before the object itself.
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

    /// <summary>Whether the columns of a record are settings; not so where the record is, as a whole, what the cmdlet takes.</summary>
    private protected virtual bool IsRow(object record) => true;

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(End, CurrentItem);

    /// <summary>The items of one record: what a user gives as an argument may be many, and each is worked on as if it had come
    /// through the pipeline.</summary>
    private protected virtual IReadOnlyList<object?> Items { get; } = [null];

    /// <summary>The user's item that is being worked on: the target of its errors.</summary>
    private protected object? CurrentItem { get; private set; }

    /// <summary>Works on one item. What it throws becomes that item's error; the rest of the pipeline goes on.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Works after the last record.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Ends what runs beside the pipeline. Called once, also when the pipeline was stopped and
    /// <see cref="End"/> was not called.</summary>
    private protected virtual void Close()
    {
    }

    /// <summary>Runs asynchronous work to its end and returns its result; verbose text, warnings and progress are
    /// written meanwhile.</summary>
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

    /// <summary>Writes each item of an asynchronous sequence as it comes. A pipeline that stops ends the sequence.</summary>
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

    /// <summary>Remembers a change that was made, for whoever stops the command later.</summary>
    /// <param name="what">A clause, such as 'identity pool x was changed'.</param>
    /// <remarks>To be called by the work itself: once it has ended, the pipeline may throw at any moment.</remarks>
    private protected void NoteDone(string what) => done.Add(what);

    /// <summary>Whether the command has written an error.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Whether a parameter was given as an argument, and not taken from the pipeline.</summary>
    private protected bool IsArgument(string parameter) => given.Contains(parameter);

    /// <summary>Whether a parameter is a script block, which gives its value for each record.</summary>
    private protected bool IsDelayed(string parameter) => delayed.Contains(parameter);

    /// <summary>Works on each of several values that go with the item; what one throws is its own error, and the rest goes on.</summary>
    private protected void Each<T>(IEnumerable<T> values, Action<T> work)
    {
        foreach (var value in values)
            Guard(() => work(value), CurrentItem);
    }

    private protected bool IsBound(string parameter) => record?.IsBound(parameter) ?? MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>Whether the parameter was given for this call, and not by a default of $PSDefaultParameterValues.</summary>
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

    /// <summary>Writes an object. What a later command of the pipeline throws passes through: it is no failure of this one.</summary>
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

    /// <summary>Writes a warning. A host that cannot show one does not fail a change that is half done.</summary>
    internal new void WriteWarning(string text) => Tell(() => base.WriteWarning(ShownText.Of(text)));

    /// <inheritdoc cref="WriteWarning"/>
    internal new void WriteVerbose(string text) => Tell(() => base.WriteVerbose(ShownText.Of(text)));

    /// <inheritdoc cref="WriteWarning"/>
    internal new void WriteProgress(ProgressRecord progress) => Tell(() => base.WriteProgress(progress));

    /// <summary>The engine's question, but a host that cannot ask gives an error that says how to go on without.</summary>
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

    /// <summary>Asks as ShouldProcess does; -Force leaves the question out, unless -Confirm is given, and never
    /// outweighs -WhatIf.</summary>
    private protected bool Agreed(bool force, string target, string action) =>
        (force && !IsBound("Confirm") && !IsWhatIf) || ShouldProcess(target, action);

    /// <inheritdoc cref="ShouldProcess(string, string)"/>
    private protected new bool ShouldContinue(string question, string caption) =>
        Ask(question, () => DestructiveQuestion.Ask(ShownText.Of(question), caption));

    /// <summary>Whether the cmdlet destroys and is about to ask; ShouldProcess answers in every other case.</summary>
    private protected bool AsksDestructively => !IsWhatIf && DestructiveQuestion.IsWanted;

    private DestructiveQuestion DestructiveQuestion => destructiveQuestion ??= new(this);

    /// <summary>Waits for work that runs beside the pipeline, and writes what is reported meanwhile.</summary>
    private protected void Await(Task task)
    {
        if (task.IsCompleted)
            reporter.Drain(this);
        else
            Pump(task);
        task.GetAwaiter().GetResult();
    }

    // Hosts that cannot ask throw exceptions of their own; pwsh throws a NullReferenceException when its input has ended.
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

    /// <summary>Tells the host what a stopped pipeline takes no more, unless the host has no way to show it.</summary>
    private protected void TellHost(Action<PSHostUserInterface> tell) => Tell(() => tell(Host.UI));

    private static void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception exception) when (!IsDecision(exception))
        {
            // Nobody can be told.
        }
    }

    // The user or a preference variable ends the command, which is not a failure of the host.
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

    /// <summary>Writes what was reported since the last time.</summary>
    private protected void DrainReports() => reporter.Drain(this);

    private string DoneText() => done.Count <= MostToldOfDone
        ? string.Join(" and ", done)
        : $"{string.Join(" and ", done.Take(MostToldOfDone))}, and {done.Count - MostToldOfDone} more such changes were made";

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
                // A pipeline that stops takes nothing more.
                reporter.WaitAndDrain(this, TimeSpan.FromMilliseconds(100), quiet: Cancellation.IsCancellationRequested);
            }
            catch (Exception exception)
            {
                // The pipeline stops, or a preference variable made an error of a warning. The work has to end first, and
                // to undo what it did: otherwise it would go on without anybody who learns what came of it.
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
                TellLeftovers(failure);
            interruption.Throw();
        }
        reporter.Drain(this, quiet: Cancellation.IsCancellationRequested);
    }

    /// <summary>Runs work on one item; what it throws becomes that item's error.</summary>
    /// <returns>Whether the work ended without one.</returns>
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
            // What ends the command ends the waits of which the progress tells.
            reporter.EndProgress(this);
            throw;
        }
    }

    private void Fail(Exception exception, object? item)
    {
        if (Cancellation.IsCancellationRequested)
        {
            TellLeftovers(exception);
            throw new PipelineStoppedException();
        }
        var record = PoolErrors.From(exception, Unwrapped.Object(item));
        if (PoolErrors.EndsThePipeline(exception))
            ThrowTerminatingError(record);
        Report(record);
    }

    /// <summary>Writes an error.</summary>
    private protected void Report(ErrorRecord error)
    {
        HasFailed = true;
        NoteFailure(error);
        WriteError(error);
    }

    /// <summary>Takes note of an error that is about to be written.</summary>
    private protected virtual void NoteFailure(ErrorRecord error)
    {
    }

    // A stopped pipeline takes no more records, so the host tells what is left.
    private void TellLeftovers(Exception exception)
    {
        var leavesSomething = exception is OutcomeException
            || exception is PlanFailedException plan && plan.Leftovers.Count + plan.Permanent.Count > 0;
        if (leavesSomething)
            TellHost(ui => ui.WriteErrorLine(ShownText.Of(exception.Message)));
    }

    // StopUpstreamCommandsException, which 'Select-Object -First' stops a pipeline with, is internal to the engine.
    private static bool IsFlowControl(Exception exception) => exception.GetType().Name is "StopUpstreamCommandsException";

    private void Cancel()
    {
        try
        {
            stopping.Cancel();
        }
        catch (AggregateException)
        {
            // Nobody can act on a failing callback while the command ends.
        }
    }
}
