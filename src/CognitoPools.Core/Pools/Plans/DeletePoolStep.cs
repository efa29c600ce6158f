using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes the pool with all its identities. This cannot be undone.</summary>
internal sealed class DeletePoolStep(IdentityPool pool) : PlanStep
{
    public override string Description => $"Delete identity pool {pool} and all its identities";

    public override string Operation => "cognito-identity:DeleteIdentityPool";

    public override string Target => pool.ToString();

    public override bool CanBeUndone => false;

    internal override object BuildRequest(PlanContext context) => new DeleteIdentityPoolRequest { IdentityPoolId = pool.IdentityPoolId };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        await run.Cognito.DeleteIdentityPoolAsync((DeleteIdentityPoolRequest)BuildRequest(run.Context), cancellationToken).ConfigureAwait(false);
        record.Undo = new StepUndo(new PlanLeftover($"identity pool {pool} is deleted", "a deleted pool cannot be brought back"), RunAsync: null);
    }
}
