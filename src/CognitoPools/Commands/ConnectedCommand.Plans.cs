using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands;

public abstract partial class ConnectedCommand
{
    // A stopped run undoes its steps, which takes longer than cancelling a read.
    private static readonly TimeSpan UndoGrace = TimeSpan.FromSeconds(32);

    private bool changing;
    private LaterLook? laterLook;

    private protected override TimeSpan StopGrace => changing ? UndoGrace : base.StopGrace;

    /// <summary>Shows the plan, prompts for confirmation and runs it.</summary>
    /// <returns>The pool's id when the plan was run or had nothing to do; null when it was only shown or refused.</returns>
    private protected string? RunPlan(AccountConnection connection, PoolPlan plan, string? identityPoolId, PlanQuestion question)
    {
        var asksAgain = !IsWhatIf && AsksIrreversibly(question);
        foreach (var warning in plan.Warnings.Where(warning => !asksAgain || warning != question.RepeatedWarning))
            WriteWarning(warning);
        if (plan.IsEmpty)
        {
            WriteVerbose($"{plan.IdentityPool}: nothing to change.");
            return identityPoolId;
        }
        if (!Approves(plan, question))
            return null;
        question.Prepare?.Invoke();
        changing = true;
        using var interrupt = new UndoInterrupt(Host.Name, Cancellation);
        var runner = new PlanRunner(connection, Reporter, interrupt.Limits);
        string id;
        try
        {
            id = Run(async token =>
            {
                var changed = await runner.RunAsync(plan, identityPoolId, token).ConfigureAwait(false);
                var pool = identityPoolId is null ? $"{plan.IdentityPool} ({changed})" : plan.IdentityPool;
                NoteDone(question.DoneOf(pool));
                // Only after success: otherwise, the values that the undo restored would look like another person's edit.
                (laterLook ??= new LaterLook(Reporter)).Remember(connection, runner);
                return changed;
            });
        }
        finally
        {
            changing = false;
        }
        foreach (var warning in plan.CreationWarnings(id))
            WriteWarning(warning);
        return id;
    }

    /// <summary>Checks again, after the last record, whether somebody else has replaced what was written.</summary>
    private protected void LookLater()
    {
        if (laterLook is { } look)
            Run(look.ReportAsync);
    }

    /// <summary>Writes the pool as it is now.</summary>
    private protected void WritePool(AccountConnection connection, string identityPoolId) =>
        WriteChanged(identityPoolId, () => [ReadPool(connection, identityPoolId)]);

    /// <summary>Reads and returns the changed objects. If they cannot be read, the user must still learn that the change was
    /// made.</summary>
    private protected void WriteChanged(string identityPoolId, Func<IReadOnlyList<object>> read)
    {
        IReadOnlyList<object> changed;
        try
        {
            changed = read();
        }
        catch (Exception exception) when (exception is not PipelineStoppedException && !Cancellation.IsCancellationRequested)
        {
            throw new PoolException(PoolErrorId.ChangeDoneNotRead, identityPoolId, PoolErrors.MessageOf(exception));
        }
        WriteObject(changed, enumerateCollection: true);
    }

    private bool Approves(PoolPlan plan, PlanQuestion question)
    {
        if (question.Force && !IsBound("Confirm") && !IsWhatIf)
            return true;
        var description = $"{plan.IdentityPool}{Environment.NewLine}{plan}";
        var prompt = question.StatesPlan ? question.Text : $"{question.Text}{Environment.NewLine}{plan}";
        return ShouldProcess(description, prompt, MyInvocation.MyCommand.Name)
            && (!AsksIrreversibly(question) || ShouldContinue(question.IrreversibleWarning!, MyInvocation.MyCommand.Name));
    }

    // ConfirmImpact applies to the whole cmdlet. This prompts for irreversible changes as if it were High.
    private bool AsksIrreversibly(PlanQuestion question)
    {
        var preference = GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High;
        var asksNothing = LanguagePrimitives.ConvertTo<ConfirmImpact>(preference) == ConfirmImpact.None;
        return question is { Force: false, IrreversibleWarning: not null } && !IsBound("Confirm") && !asksNothing;
    }
}
