using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes the pool with all its identities. This cannot be undone.</summary>
internal sealed class DeletePoolStep(IdentityPool pool) : PlanStep
{
    public override string Description => $"Delete identity pool {pool} and all its identities";

    public override string Operation => "cognito-identity:DeleteIdentityPool";

    public override string Target => pool.ToString();

    public override bool CanBeUndone => false;

    internal override object BuildRequest(PlanContext context) =>
        new DeleteIdentityPoolRequest { IdentityPoolId = pool.IdentityPoolId };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        record.Sending(new SentChange(
            new($"identity pool {pool}", $"Remove-CognitoIdentityPool '{pool.IdentityPoolId}'"),
            $"Get-CognitoIdentityPool '{pool.IdentityPoolId}'",
            token => IsGoneAsync(run, token),
            UndoAsync: null)
        {
            // A second copy of the request or somebody else deleted the pool. Either way, it no longer exists.
            IsOwnDoing = AwsErrors.IsNotFound,
        });
        await run.Cognito.DeleteIdentityPoolAsync((DeleteIdentityPoolRequest)BuildRequest(run.Context), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<bool> IsGoneAsync(PlanRun run, CancellationToken cancellationToken)
    {
        try
        {
            await run.Reader.ReadSettingsAsync(pool, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return true;
        }
    }
}
