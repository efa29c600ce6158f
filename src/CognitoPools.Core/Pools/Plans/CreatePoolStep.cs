using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>Makes the pool with its guest access, providers, developer provider, basic flow and tags.</summary>
internal sealed class CreatePoolStep(IdentityPool desired) : PlanStep
{
    private static readonly TimeSpan SearchDeadline = TimeSpan.FromSeconds(10);

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
        var directory = new PoolDirectory(run.Connection);
        var before = await directory.FindAsync(run.Region, desired.Name, cancellationToken).ConfigureAwait(false);
        try
        {
            var answer = await ThrottleRetry.RunAsync(
                () => run.Connection.CognitoWithoutRetry(run.Region)
                    .CreateIdentityPoolAsync((CreateIdentityPoolRequest)BuildRequest(run.Context), cancellationToken),
                run, cancellationToken).ConfigureAwait(false);
            var id = answer.IdentityPoolId;
            run.Context.SetPool(id);
            record.Undo = new StepUndo(
                Left(id),
                token => run.Cognito.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = id }, token));
        }
        catch (Exception exception) when (AwsErrors.IsAmbiguous(exception))
        {
            // Without an answer there is no id to delete by.
            await NameWhatMayBeLeftAsync(run, directory, before).ConfigureAwait(false);
            throw;
        }
    }

    private static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private string ProviderCount() => desired.Providers.Count == 0 ? "no providers" : Plural(desired.Providers.Count, "provider");

    private PlanLeftover Left(string id) => new($"identity pool '{desired.Name}' ({id})", $"Remove-CognitoIdentityPool {id}");

    private async Task NameWhatMayBeLeftAsync(PlanRun run, PoolDirectory directory, IReadOnlyList<PoolListing> before)
    {
        using var deadline = new CancellationTokenSource(SearchDeadline);
        try
        {
            var now = await directory.FindAsync(run.Region, desired.Name, deadline.Token).ConfigureAwait(false);
            run.Leftovers.AddRange(now.Except(before).Select(pool => Left(pool.IdentityPoolId)));
        }
        catch (Exception)
        {
            run.Leftovers.Add(new PlanLeftover(
                $"perhaps an identity pool named '{desired.Name}': the answer to its creation was lost",
                $"Get-CognitoIdentityPool '{desired.Name}' shows whether it is there"));
        }
    }
}
