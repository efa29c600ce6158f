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

/// <summary>Deletes an identity pool with all its identities.</summary>
/// <remarks>
/// <para>A deleted pool cannot be brought back: its identities go with it, apps that name its id get no more
/// credentials, and users get new identity ids in any other pool. The cmdlet asks first, unless -Force is given. The
/// question shows how many identities the pool has, up to 60, when the caller may list them; its default answer is
/// No.</para>
/// <para>An identity, a provider, a role, a credential or another object that only belongs to a pool is refused, also
/// after CSV, JSON, CLIXML or Select-Object.</para>
/// <para>-Backup writes the pool and its roles as a pool document before anything is deleted, also when only the pool is. A pool that
/// is made of it by Import-CognitoIdentityPool has another id and no identities.</para>
/// <para>IAM roles stay, as they do with the service. -RemoveRole also deletes the roles that this module made for the
/// pool, which their path and their tag tell. A role stays, with a warning that says why, when it lacks the tag, when its
/// trust policy also admits another pool, a service, an account or another provider, or when another pool of the Region
/// uses it. When a run deletes the pool but not all of its roles,
/// repeat the command with the pool's id: it deletes the roles of a pool that no longer exists.</para>
/// </remarks>
/// <example>
/// <title>One pool, with the question</title>
/// <code>Remove-CognitoIdentityPool shop</code>
/// Asks, and deletes the pool.
/// </example>
/// <example>
/// <title>Test pools with their roles</title>
/// <code>Get-CognitoIdentityPool test-* | Remove-CognitoIdentityPool -RemoveRole -Force</code>
/// Deletes every test pool and the roles made for it, without a question.
/// </example>
/// <example>
/// <title>With a backup</title>
/// <code>Remove-CognitoIdentityPool shop -RemoveRole -Backup ./pools -Force</code>
/// Writes ./pools/shop.json first. Import-CognitoIdentityPool makes a pool with the same settings and roles of it; the identities are
/// gone.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Remove-CognitoIdentityPool shop -RemoveRole -WhatIf</code>
/// Names the pool and the roles that would go.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap and
/// DeleteIdentityPool, and ListIdentities for the question. With -RemoveRole also ListIdentityPools and GetIdentityPoolRoles
/// of every pool of the Region when there is a role to delete, and iam: ListRoles, GetRole, ListRolePolicies,
/// ListAttachedRolePolicies, DeleteRolePolicy, DetachRolePolicy and DeleteRole. -Backup reads the roles with iam: GetRole, ListRoles,
/// ListRolePolicies, GetRolePolicy and ListAttachedRolePolicies. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolPlan))]
public sealed class RemoveCognitoIdentityPoolCommand : PoolChangeCommand
{
    private readonly Dictionary<AccountConnection, RemovableRoles> removable = [];
    private readonly HashSet<string> backups = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Also deletes the IAM roles that this module made for the pool and that serve nobody else.</summary>
    [Parameter]
    public SwitchParameter RemoveRole { get; set; }

    /// <summary>A folder, or a file that ends with .json, to which the pool document is written before the pool is deleted. When it
    /// cannot be written, nothing is deleted.</summary>
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
            throw new PoolException(PoolErrorId.RoleNotRead, pool, "there is no backup and nothing was deleted", string.Join(" ", document.Unread), "");
        foreach (var warning in document.Warnings)
            WriteWarning($"The backup of identity pool {pool}: {warning}");
        var path = DocumentPath.Resolve(SessionState, Backup!);
        if (!DocumentPath.IsFile(path))
        {
            var others = Run(token => new PoolDirectory(connection).ReadAllAsync(pool.Region, token));
            // Pools of other Regions may have the same names, and a document does not say its Region.
            var folder = pool.Region == (Region ?? connection.DefaultRegion ?? pool.Region) ? path : Path.Combine(path, pool.Region);
            path = Path.Combine(folder, DocumentOfPool.FileName(pool, others, document.Format));
            // It may be the backup of another pool of the name that was deleted before.
            if (File.Exists(path) && DocumentPath.ReadFile(path, path).Text != document.Text)
                path = Path.Combine(folder, DocumentOfPool.FileNameWithId(pool, document.Format));
        }
        // The second pool of a pipeline must not take the place of the first.
        if (!backups.Add(path))
        {
            throw new InvalidSettingException(
                nameof(Backup), Backup, "is one file, and several pools are deleted.", "Specify a folder; each pool gets a file in it.");
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
            // An earlier run may have deleted the pool and failed at its roles.
            var left = Run(token => RolesToRemoveAsync(connection, id, token));
            if (left.Count == 0)
                throw;
            WriteVerbose($"Identity pool {id} no longer exists; the IAM roles that were made for it do.");
            return (PoolPlanner.PlanRoleRemoval(id, left, connection), $"Delete the IAM roles of the deleted identity pool {id}?", null);
        }
        var roles = RemoveRole ? Run(token => RolesToRemoveAsync(connection, id, token)) : [];
        return (
            PoolPlanner.PlanRemoval(pool, roles),
            $"Delete identity pool {pool}? All its identities go with it{Count(connection, id)}, apps that use it get no "
                + $"more credentials, and nothing brings it back.",
            pool);
    }

    /// <summary>How many identities go with the pool, in parentheses; empty when nobody is asked or it cannot be read.</summary>
    private string Count(AccountConnection connection, string identityPoolId)
    {
        if (AsPlan || !AsksDestructivelyUnless(Force))
            return "";
        try
        {
            return $" ({Run(token => IdentityCount.DescribeAsync(connection, identityPoolId, token))})";
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
