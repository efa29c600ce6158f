using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Creates an IAM role that trusts the pool.</summary>
internal sealed class CreateRoleStep(NewRole role, IdentityPool pool) : PlanStep
{
    public override string Description =>
        $"Create IAM role '{role.Name}'"
            + (AcceptsItsUsers() ? $" for {IamRoles.Users(role.IdentityType)}" : "")
            + (role.PermissionsBoundary is null ? "" : $" with the permissions boundary {role.PermissionsBoundary}");

    public override string Operation => "iam:CreateRole";

    public override string Target => role.Name;

    private protected override IReadOnlyList<PlanDocument> SentDocuments =>
    [
        new($"Trust policy of role '{role.Name}'", Trust(Known)),
    ];

    private protected override PlanContext Known { get; } = PlanContext.Of(pool);

    internal override object BuildRequest(PlanContext context) => new CreateRoleRequest
    {
        RoleName = context.Bind(role.Name),
        Path = role.RolePath ?? NewRole.Path(pool.Region, context.Bind(Placeholders.PoolUuid)),
        AssumeRolePolicyDocument = Trust(context),
        PermissionsBoundary = role.PermissionsBoundary,
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionDuration,
        Tags =
        [
            new Tag { Key = IamRoles.PoolTag, Value = context.Bind(Placeholders.PoolId) },
            .. role.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }),
        ],
    };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var request = (CreateRoleRequest)BuildRequest(run.Context);
        record.Sending(Change(run, record, request));
        var answer = await run.Iam.CreateRoleAsync(request, cancellationToken).ConfigureAwait(false);
        Made(run, record, request, answer.Role.Arn);
    }

    // The trust policy of an imported role may not accept the users that the document assigns to the role.
    private bool AcceptsItsUsers()
    {
        try
        {
            return TrustPolicy.Parse(Trust(Known))
                .Explain(AwsPartition.FromRegion(pool.Region), Known.Bind(Placeholders.PoolId), role.IdentityType)
                .Trust is not PoolRoleTrust.NotTrusted;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private void Made(PlanRun run, StepRecord record, CreateRoleRequest request, string arn)
    {
        run.Context.SetRole(role.Key, arn);
        run.Touch(arn);
        record.Sending(Change(run, record, request) with { Role = arn });
    }

    private SentChange Change(PlanRun run, StepRecord record, CreateRoleRequest request) => new(
        new($"IAM role '{request.RoleName}'", $"aws iam delete-role --role-name {request.RoleName}"),
        $"aws iam get-role --role-name {request.RoleName}",
        async token =>
        {
            if (await FindOwnAsync(run, request, token).ConfigureAwait(false) is not { } arn)
                return false;
            Made(run, record, request, arn);
            return true;
        },
        token => DeleteAsync(run, request, token))
    {
        IsOwnDoing = AwsErrors.IsAlreadyExists,
    };

    /// <summary>The ARN of the role if it has the path and the tag of this step; otherwise null.</summary>
    private static async Task<string?> FindOwnAsync(PlanRun run, CreateRoleRequest sent, CancellationToken cancellationToken)
    {
        foreach (var wait in IamDelay.WaitsBeforeReads)
        {
            if (wait > TimeSpan.Zero)
                await run.Connection.TimeProvider.Delay(wait, cancellationToken).ConfigureAwait(false);
            try
            {
                var found = (await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = sent.RoleName }, cancellationToken)
                    .ConfigureAwait(false)).Role;
                var isOwn = found.Path == sent.Path
                    && (found.Tags ?? []).Exists(tag => tag.Key == sent.Tags[0].Key && tag.Value == sent.Tags[0].Value);
                return isOwn ? found.Arn : null;
            }
            catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
            {
                run.Reporter.Verbose($"IAM role '{sent.RoleName}' does not exist.");
            }
        }
        return null;
    }

    // Another role of that name must not be deleted.
    private static async Task DeleteAsync(PlanRun run, CreateRoleRequest sent, CancellationToken cancellationToken)
    {
        if (await FindOwnAsync(run, sent, cancellationToken).ConfigureAwait(false) is null)
            return;
        try
        {
            await run.Iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = sent.RoleName }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            // An earlier attempt deleted it, and only its answer was lost.
        }
    }

    private string Trust(PlanContext context) => context.Bind(role.TrustPolicy);
}
