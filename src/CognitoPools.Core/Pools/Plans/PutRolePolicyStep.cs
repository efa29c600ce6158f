using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Writes an inline permissions policy of a role.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="write">The policy.</param>
/// <param name="isNew">Whether the plan creates the role, so that nobody else can have changed it.</param>
internal sealed class PutRolePolicyStep(string roleName, string roleArn, RolePolicyWrite write, bool isNew) : PlanStep
{
    private readonly string document = write.Document!;

    public override string Description =>
        $"{(write.Before is null ? "Write the permissions policy" : $"Replace the permissions policy '{write.Name}'")} of IAM role '{roleName}'";

    public override string Operation => "iam:PutRolePolicy";

    public override string Target => roleName;

    private protected override IReadOnlyList<PlanDocument> SentDocuments => write.Before is null
        ? [new($"Permissions policy of role '{roleName}'", document)]
        : [
            new($"Current permissions policy of role '{roleName}'", write.Before),
            new($"New permissions policy of role '{roleName}'", document),
        ];

    internal override object BuildRequest(PlanContext context) => PutRequest(context, context.Bind(document));

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var found = write.Before;
        if (!isNew)
        {
            found = await new RolePolicies(run.Connection, run.Region)
                .InlineDocumentAsync(run.Context.Bind(roleName), write.Name, cancellationToken)
                .ConfigureAwait(false);
            if (!PolicyJson.Same(found, write.Before) && !PolicyJson.Same(found, run.Context.Bind(document)))
            {
                run.Reporter.Warning(
                    $"Somebody else changed the policy '{write.Name}' of IAM role '{roleName}' after it was read, and "
                        + $"your change replaced theirs: it was {found ?? "(none)"}.");
            }
        }
        await IamDelay.WaitOutAsync(run, record, [run.Context.Bind(roleArn)], () => ConcurrencyRetry.RunAsync(run, record, () =>
        {
            record.Sending(Change(run, found));
            return run.Iam.PutRolePolicyAsync(PutRequest(run.Context, run.Context.Bind(document)), cancellationToken);
        })).ConfigureAwait(false);
    }

    private SentChange Change(PlanRun run, string? found)
    {
        var name = run.Context.Bind(roleName);
        return new SentChange(
            Leftover(name, found),
            $"aws iam get-role-policy --role-name {name} --policy-name {write.Name}",
            async token => PolicyJson.Same(
                await new RolePolicies(run.Connection, run.Region).InlineDocumentAsync(name, write.Name, token)
                    .ConfigureAwait(false),
                run.Context.Bind(document)),
            token => UndoAsync(run, found, token))
        {
            Role = run.Context.Bind(roleArn),
        };
    }

    private async Task UndoAsync(PlanRun run, string? found, CancellationToken cancellationToken)
    {
        if (found is not null)
        {
            await run.Iam.PutRolePolicyAsync(PutRequest(run.Context, found), cancellationToken).ConfigureAwait(false);
            return;
        }
        try
        {
            await run.Iam.DeleteRolePolicyAsync(
                new DeleteRolePolicyRequest { RoleName = run.Context.Bind(roleName), PolicyName = write.Name },
                cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            // The request had not taken effect.
        }
    }

    private PlanLeftover Leftover(string name, string? found) => found is null
        ? new(
            $"inline policy '{write.Name}' of IAM role '{name}'",
            $"aws iam delete-role-policy --role-name {name} --policy-name {write.Name}")
        : new(
            $"the new inline policy '{write.Name}' of IAM role '{name}'",
            $"aws iam put-role-policy --role-name {name} --policy-name {write.Name} --policy-document '{found}'");

    private PutRolePolicyRequest PutRequest(PlanContext context, string document) => new()
    {
        RoleName = context.Bind(roleName),
        PolicyName = write.Name,
        PolicyDocument = document,
    };
}
