using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes the pool with all its identities. Nothing brings them back.</summary>
internal sealed class DeletePoolStep(IdentityPool pool) : PlanStep
{
    public override string Description => $"Delete identity pool {pool} and all its identities";

    public override string Operation => "cognito-identity:DeleteIdentityPool";

    public override string Target => pool.ToString();

    public override bool CanBeUndone => false;

    internal override bool UndoWhenUncertain => false;

    internal override object BuildRequest(PlanContext context) => new DeleteIdentityPoolRequest { IdentityPoolId = pool.IdentityPoolId };

    internal override Task ApplyAsync(PlanRun run, CancellationToken cancellationToken) =>
        run.Cognito.DeleteIdentityPoolAsync((DeleteIdentityPoolRequest)BuildRequest(run.Context), cancellationToken);

    internal override Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        run.Leftovers.Add(Leftover(run));
        return Task.CompletedTask;
    }

    internal override PlanLeftover Leftover(PlanRun run) => new($"identity pool {pool} is deleted", "a deleted pool cannot be brought back");
}
