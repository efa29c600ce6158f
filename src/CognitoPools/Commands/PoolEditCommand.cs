using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that edit an existing identity pool. Settings that no parameter names stay unchanged.</summary>
public abstract class PoolEditCommand : PoolChangeCommand
{
    /// <summary>Returns the changed object. By default, the cmdlet returns nothing.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The question to ask before the plan runs.</summary>
    private protected virtual PlanQuestion QuestionAbout(IdentityPool current) => new($"Change identity pool {current}?");

    /// <summary>The parts of the pool that the edit needs.</summary>
    private protected virtual PoolParts Needs => PoolParts.Whole;

    /// <summary>Refuses parameters that cannot be used together, before the first call.</summary>
    private protected virtual void CheckParameters()
    {
    }

    /// <summary>The desired change of the current pool.</summary>
    private protected abstract PoolChange Change(AccountConnection connection, IdentityPool current);

    /// <summary>Writes the result for -PassThru.</summary>
    private protected virtual void WriteResult(AccountConnection connection, string identityPoolId) =>
        WritePool(connection, identityPoolId);

    private protected override void End() => LookLater();

    private protected override void Process()
    {
        CheckParameters();
        var (connection, id) = ResolvePool(Pool);
        PoolPlan plan;
        bool done;
        using (TakeTurn(id))
        {
            var current = ReadPool(connection, id, Needs);
            plan = PoolPlanner.Plan(Change(connection, current));
            done = !AsPlan && RunPlan(connection, plan, id, QuestionAbout(current) with { Force = Force }) is not null;
        }
        // Written after the turn has ended, because the next command of the pipeline may change the same pool.
        if (AsPlan)
            WriteObject(plan);
        else if (done && PassThru)
            WriteResult(connection, id);
    }
}
