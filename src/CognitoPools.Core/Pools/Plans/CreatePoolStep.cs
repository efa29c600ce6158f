using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Creates the pool with its guest access, providers, developer provider, basic flow and tags.</summary>
/// <remarks>
/// The operation has no idempotency token, so the request is sent only once. If its answer is lost, the pools of that name
/// before and after it show whether it succeeded.
/// </remarks>
internal sealed class CreatePoolStep(IdentityPool desired) : PlanStep
{
    public override string Description =>
        $"Create identity pool '{desired.Name}' in {desired.Region}: guest access "
            + $"{(desired.GuestAccess ? "on" : "off")}, basic flow {desired.BasicFlow}, {ProviderCount()}";

    public override string Operation => "cognito-identity:CreateIdentityPool";

    public override string Target => desired.Name;

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. desired.Providers.Select(provider => $"Provider: {provider}"),
        .. desired.Tags.Select(tag => $"Tag: {tag.Key}={tag.Value}"),
    ];

    internal override object BuildRequest(PlanContext context) => PoolWire.CreateRequest(desired);

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var before = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        var answer = await ThrottleRetry.RunAsync(() =>
        {
            record.Sending(Unanswered(run, record, before));
            return run.Connection.CognitoWithoutRetry(run.Region)
                .CreateIdentityPoolAsync((CreateIdentityPoolRequest)BuildRequest(run.Context), cancellationToken);
        }, run).ConfigureAwait(false);
        Made(run, record, answer.IdentityPoolId);
        // A proxy or the network may have sent the request twice.
        await run.VerifyAsync(
            $"identity pool '{desired.Name}' ({answer.IdentityPoolId})", $"Get-CognitoIdentityPool '{desired.Name}'",
            async () =>
            {
                foreach (var other in await NewSinceAsync(run, before, cancellationToken).ConfigureAwait(false))
                {
                    if (other != answer.IdentityPoolId)
                        run.Reporter.Warning(Another(other));
                }
            }).ConfigureAwait(false);
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private string ProviderCount() => desired.Providers.Count == 0 ? "no providers" : Plural(desired.Providers.Count, "provider");

    private string Another(string id) =>
        $"A second identity pool named '{desired.Name}' was created at the same time: {id}. Either somebody else created it, or "
            + $"the request was sent twice. If nobody needs the pool, run Remove-CognitoIdentityPool '{id}'.";

    private PlanLeftover Left(string id) => new($"identity pool '{desired.Name}' ({id})", $"Remove-CognitoIdentityPool '{id}'");

    private void Made(PlanRun run, StepRecord record, string id)
    {
        run.Context.SetPool(id);
        record.Sending(new SentChange(
            Left(id),
            $"Get-CognitoIdentityPool '{id}'",
            token => IsThereAsync(run, id, token),
            token => DeleteAsync(run, id, token)));
    }

    /// <summary>Without an answer, the id is unknown. If there is exactly one new pool with the sent settings, it is that pool.</summary>
    private SentChange Unanswered(PlanRun run, StepRecord record, IReadOnlyList<string> before) => new(
        new($"an identity pool named '{desired.Name}'", $"Remove-CognitoIdentityPool '{desired.Name}'"),
        $"Get-CognitoIdentityPool '{desired.Name}'",
        async token =>
        {
            var added = await NewSinceAsync(run, before, token).ConfigureAwait(false);
            var own = new List<string>();
            foreach (var id in added)
            {
                if (await IsAsSentAsync(run, id, token).ConfigureAwait(false))
                    own.Add(id);
            }
            if (own.Count == 1)
                Made(run, record, own[0]);
            // It is unknown which of several pools this run created, so none of them may be deleted.
            if (own.Count > 1)
                run.Leftovers.AddRange(own.Select(id => Left(id) with { IsCertain = false }));
            return own.Count == 1;
        },
        UndoAsync: null);

    private async Task<IReadOnlyList<string>> FindAsync(PlanRun run, CancellationToken cancellationToken) =>
    [
        .. (await new PoolDirectory(run.Connection).FindAsync(run.Region, desired.Name, cancellationToken)
            .ConfigureAwait(false)).Select(pool => pool.IdentityPoolId),
    ];

    private async Task<IReadOnlyList<string>> NewSinceAsync(
        PlanRun run, IReadOnlyList<string> before, CancellationToken cancellationToken) =>
        [.. (await FindAsync(run, cancellationToken).ConfigureAwait(false)).Except(before, StringComparer.Ordinal)];

    private async Task<bool> IsAsSentAsync(PlanRun run, string id, CancellationToken cancellationToken)
    {
        try
        {
            var found = await run.Reader.ReadSettingsAsync(
                desired with { IdentityPoolId = id }, cancellationToken).ConfigureAwait(false);
            return PoolDifference.Of(PoolCall.UpdateIdentityPool, desired, found).Count == 0
                && found.Tags.SequenceEqual(desired.Tags);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return false;
        }
    }

    private async Task<bool> IsThereAsync(PlanRun run, string id, CancellationToken cancellationToken)
    {
        try
        {
            await run.Reader.ReadSettingsAsync(desired with { IdentityPoolId = id }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return false;
        }
    }

    private static async Task DeleteAsync(PlanRun run, string id, CancellationToken cancellationToken)
    {
        try
        {
            await run.Cognito.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = id }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            // An earlier attempt deleted it, and only its answer was lost.
        }
    }
}
