using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Completion;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that edit an existing identity pool. Nothing but what they name changes.</summary>
public abstract class PoolEditCommand : PlanningCommand
{
    /// <summary>The identity pool: its exact name, its id, or any object with an IdentityPoolId property. A name that two pools share is an error that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public object? IdentityPool { get; set; }

    /// <summary>Writes what was changed as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? CurrentItem => IdentityPool;

    /// <summary>What the user is asked before the plan is shown.</summary>
    private protected virtual string QuestionAbout(IdentityPool current) => $"Change identity pool {current}?";

    /// <summary>The parts of the pool that the edit looks at.</summary>
    private protected virtual PoolParts Needs => PoolParts.Whole;

    /// <summary>The pool that the cmdlet wants, from the pool as it is.</summary>
    private protected abstract PoolChange Change(AccountConnection connection, IdentityPool current);

    /// <summary>Writes what -PassThru asks for.</summary>
    private protected virtual void WriteResult(AccountConnection connection, string identityPoolId) => WritePool(connection, identityPoolId);

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(IdentityPool);
        PoolPlan plan;
        bool done;
        using (TakeTurn(id))
        {
            var current = ReadPool(connection, id, Needs);
            plan = PoolPlanner.Plan(Change(connection, current));
            done = !AsPlan && RunPlan(connection, plan, id, QuestionAbout(current)) is not null;
        }
        // Written when the turn has ended: the next command of the pipeline may change the same pool.
        if (AsPlan) WriteObject(plan);
        else if (done && PassThru) WriteResult(connection, id);
    }
}
