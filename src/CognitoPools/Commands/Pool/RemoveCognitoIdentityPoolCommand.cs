using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Documents.Sources;
using CognitoPools.Errors;
using CognitoPools.Identities;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Pool;

/// <summary>Deletes an identity pool and all its identities.</summary>
/// <remarks>
/// <para>Deletes the pool. Apps that use its id no longer get credentials, and users get new identity ids in any
/// other pool. The cmdlet prompts for confirmation, unless -Force is specified. The prompt shows the number of identities
/// in the pool, up to 60, if the caller can list them. The default answer is No.</para>
/// <para>-Backup writes the pool and its roles to a pool document before anything is deleted, even if only the pool
/// is deleted. A pool that Import-CognitoIdentityPool creates from it has another id and no identities.</para>
/// <para>By default, IAM roles are kept. -RemoveRole also deletes the roles that this module created for the pool,
/// which it recognizes by their path and tag. A role is kept, with a warning that explains the reason, if it does not
/// have the tag, or if another pool in the Region uses it. It is also kept if its trust policy accepts another pool,
/// a service, an account or another provider. If some roles remain after the pool was deleted, repeat the command
/// with the id of the deleted pool.</para>
/// <para>The cmdlet returns an error for an identity, a provider, a role, a credential or any other object that only
/// belongs to a pool, also after CSV, JSON, CLIXML or Select-Object.</para>
/// <para>This cmdlet cannot restore a deleted pool or its identities.</para>
/// </remarks>
/// <example>
/// <title>Delete a pool</title>
/// <code>Remove-CognitoIdentityPool shop</code>
/// Prompts for confirmation, and then deletes the pool.
/// </example>
/// <example>
/// <title>Delete test pools and their roles</title>
/// <code>Get-CognitoIdentityPool test-* | Remove-CognitoIdentityPool -RemoveRole -Force</code>
/// Deletes every test pool and the roles created for it, without confirmation.
/// </example>
/// <example>
/// <title>Back up a pool before you delete it</title>
/// <code>Remove-CognitoIdentityPool shop -RemoveRole -Backup ./pools -Force</code>
/// Writes ./pools/shop.json first. Import-CognitoIdentityPool can create a pool with the same settings and roles from
/// this file, but without the identities.
/// </example>
/// <example>
/// <title>Preview the deletion</title>
/// <code>Remove-CognitoIdentityPool shop -RemoveRole -WhatIf</code>
/// Shows the pool and the roles that would be deleted.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap and
/// DeleteIdentityPool, and ListIdentities for the prompt. With -RemoveRole also ListIdentityPools and
/// GetIdentityPoolRoles of every pool of the Region if there is a role to delete, and iam: ListRoles, GetRole,
/// ListRolePolicies, ListAttachedRolePolicies, DeleteRolePolicy, DetachRolePolicy and DeleteRole. -Backup reads the
/// roles with iam: GetRole, ListRoles, ListRolePolicies, GetRolePolicy and ListAttachedRolePolicies. A pool specified
/// by name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolPlan))]
public sealed class RemoveCognitoIdentityPoolCommand : PoolChangeCommand
{
    private readonly Dictionary<AccountConnection, RemovableRoles> removable = [];
    private readonly HashSet<string> backups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Also deletes the IAM roles that this module created for the pool and that nothing else
    /// uses.</summary>
    [Parameter]
    public SwitchParameter RemoveRole { get; set; }

    /// <summary>Specifies a folder, or a file whose name ends with .json. The pool document is written there before
    /// the pool is deleted. If it cannot be written, nothing is deleted.</summary>
    [Parameter]
    public string? Backup { get; set; }

    private protected override void Process()
    {
        DestructionTarget.RequirePool(Pool);
        Combination.NotWith(nameof(AsPlan), AsPlan, (nameof(Backup), Backup is not null));
        var (connection, id) = ResolvePool(Pool);
        var (plan, question, pool) = Plan(connection, id);
        if (Backup is not null && pool is null)
            WriteWarning($"Identity pool {id} no longer exists, so there is nothing to back up.");
        if (AsPlan)
        {
            WriteObject(plan);
            return;
        }
        RunPlan(connection, plan, id, new PlanQuestion(question, Force)
        {
            Done = "deleted",
            Prepare = Backup is null || pool is null ? null : () => WriteBackup(connection, pool),
        });
    }

    private void WriteBackup(AccountConnection connection, IdentityPool pool)
    {
        var document = Run(token => DocumentOfPool.ReadAsync(connection, pool, PoolDocumentFormat.Document, token));
        if (document.Unread.Count > 0)
            throw new PoolException(PoolErrorId.RoleNotRead, pool, "no backup was written and nothing was deleted", string.Join(" ", document.Unread), "");
        foreach (var warning in document.Warnings)
            WriteWarning($"Backup of identity pool {pool}: {warning}");
        var path = DocumentPath.Resolve(SessionState, Backup!);
        if (!DocumentPath.IsFile(path))
        {
            var others = Run(token => new PoolDirectory(connection).ReadAllAsync(pool.Region, token));
            // Pools of other Regions may have the same name, and a document does not contain its Region.
            var folder = pool.Region == (Region ?? connection.DefaultRegion ?? pool.Region) ? path : Path.Combine(path, pool.Region);
            path = Path.Combine(folder, DocumentOfPool.FileName(pool, others, document.Format));
            // The file may be the backup of another pool of the same name that was deleted earlier.
            if (File.Exists(path) && DocumentPath.ReadFile(path, path).Text != document.Text)
                path = Path.Combine(folder, DocumentOfPool.FileNameWithId(pool, document.Format));
        }
        // The second pool of a pipeline must not replace the first.
        if (!backups.Add(path))
        {
            throw new InvalidSettingException(
                nameof(Backup), Backup, "the path is one file, but several pools are deleted.", "Specify a folder. Each pool gets a file in it.");
        }
        DocumentPath.Write(path, document.Text, Force);
        WriteVerbose($"Wrote identity pool {pool} to '{path}'.");
    }

    private (PoolPlan Plan, string Question, IdentityPool? Pool) Plan(AccountConnection connection, string id)
    {
        IdentityPool pool;
        try
        {
            pool = ReadPool(connection, id);
        }
        catch (AmazonServiceException exception) when (RemoveRole && AwsErrors.IsNotFound(exception))
        {
            // An earlier run may have deleted the pool and failed to delete its roles.
            var left = Run(token => RolesToRemoveAsync(connection, id, token));
            if (left.Count == 0)
                throw;
            WriteVerbose($"Identity pool {id} no longer exists, but IAM roles that were created for it do.");
            return (PoolPlanner.PlanRoleRemoval(id, left, connection), $"Delete the IAM roles of the deleted identity pool {id}?", null);
        }
        var roles = RemoveRole ? Run(token => RolesToRemoveAsync(connection, id, token)) : [];
        return (
            PoolPlanner.PlanRemoval(pool, roles),
            // The plan, which follows, adds that the identities are deleted too and that the step cannot be undone.
            $"Delete identity pool {pool}{Count(connection, id)}? Apps that use it will no longer get credentials.",
            pool);
    }

    /// <summary>How many identities the pool has, as a phrase; empty when there is no prompt or when they cannot be counted.</summary>
    private string Count(AccountConnection connection, string identityPoolId)
    {
        if (AsPlan || !AsksDestructivelyUnless(Force))
            return "";
        try
        {
            return $" with {Run(token => IdentityCount.DescribeAsync(connection, identityPoolId, token))}";
        }
        catch (Exception exception) when (exception is not PipelineStoppedException && !Cancellation.IsCancellationRequested)
        {
            WriteVerbose($"The identities could not be counted: {exception.Message}");
            return "";
        }
    }

    private async Task<IReadOnlyList<PoolRoleFacts>> RolesToRemoveAsync(
        AccountConnection connection, string identityPoolId, CancellationToken cancellationToken)
    {
        if (!removable.TryGetValue(connection, out var roles))
            removable[connection] = roles = new RemovableRoles(connection);
        var (remove, kept) = await roles.FindAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
        foreach (var warning in kept)
            Reporter.Warning(warning);
        return remove;
    }
}
