using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that change an identity pool: they show a plan, ask, and run it.</summary>
public abstract class PlanningCommand : ConnectedCommand
{
    private static readonly TimeSpan UndoGrace = TimeSpan.FromSeconds(32);

    private bool changing;

    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    private protected override TimeSpan StopGrace => changing ? UndoGrace : base.StopGrace;

    private protected virtual bool SkipsQuestion => false;

    /// <summary>What of the present change cannot be made good again and is asked in any case; null when nothing.</summary>
    private protected virtual string? Danger => null;

    /// <summary>Shows the plan, asks, runs it.</summary>
    /// <returns>The pool's id when the plan was run or had nothing to do; null when it was only shown or refused.</returns>
    private protected string? RunPlan(AccountConnection connection, PoolPlan plan, string? identityPoolId, string question)
    {
        if (AsPlan)
        {
            WriteObject(plan);
            return null;
        }
        foreach (var warning in plan.Warnings) WriteWarning(warning);
        if (plan.IsEmpty)
        {
            WriteVerbose($"{plan.IdentityPool}: nothing to change.");
            return identityPoolId;
        }
        if (!Approves(plan, question)) return null;
        changing = true;
        try
        {
            return Run(token => new PlanRunner(connection, Reporter).RunAsync(plan, identityPoolId, token));
        }
        finally
        {
            changing = false;
        }
    }

    /// <summary>Writes the pool as it is now. When it cannot be read, the user must still learn that the change was made.</summary>
    private protected void WritePool(AccountConnection connection, string identityPoolId)
    {
        IdentityPool pool;
        try
        {
            pool = ReadPool(connection, identityPoolId);
        }
        catch (Exception exception) when (exception is not PipelineStoppedException && !Cancellation.IsCancellationRequested)
        {
            WriteWarning($"What you asked for is done; only reading identity pool {identityPoolId} again failed. Get-CognitoIdentityPool {identityPoolId} shows it.");
            throw;
        }
        WriteObject(pool);
    }

    private bool Approves(PoolPlan plan, string question)
    {
        if (SkipsQuestion && !IsBound("Confirm") && !IsWhatIf) return true;
        return ShouldProcess($"{plan.IdentityPool}{Environment.NewLine}{plan}", $"{question}{Environment.NewLine}{plan}", MyInvocation.MyCommand.Name)
            && (Danger is null || AcceptsDanger(Danger));
    }

    // The engine knows one impact for a whole cmdlet. What only some changes put at risk is asked here, under the rules of a high impact.
    private bool AcceptsDanger(string danger)
    {
        var none = LanguagePrimitives.ConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High) == ConfirmImpact.None;
        if (SkipsQuestion || IsBound("Confirm") || none) return true;
        return ShouldContinue(danger, MyInvocation.MyCommand.Name);
    }
}
