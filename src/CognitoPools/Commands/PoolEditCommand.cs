using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that edit an existing identity pool. Nothing but what they name changes.</summary>
public abstract class PoolEditCommand : PoolChangeCommand
{
    /// <summary>Writes what was changed as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What the user is asked before the plan is run.</summary>
    private protected virtual PlanQuestion QuestionAbout(IdentityPool current) => new($"Change identity pool {current}?");

    /// <summary>The parts of the pool that the edit looks at.</summary>
    private protected virtual PoolParts Needs => PoolParts.Whole;

    /// <summary>Refuses parameters that do not go together, before anything is called.</summary>
    private protected virtual void CheckParameters()
    {
    }

    /// <summary>The pool that the cmdlet wants, from the pool as it is.</summary>
    private protected abstract PoolChange Change(AccountConnection connection, IdentityPool current);

    /// <summary>Writes what -PassThru asks for.</summary>
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
