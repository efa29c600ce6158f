using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Fleet;

namespace CognitoPools.Commands.Access;

/// <summary>Gets the IAM roles of an identity pool and says of each where it is used and whether its trust policy
/// accepts the pool's users.</summary>
/// <remarks>
/// <para>The roles are the pool's default role for authenticated users, its guest role, and those of its providers'
/// rules. A role that guests and authenticated users both get is written twice.</para>
/// <para>Trust is one of four answers. Trusted: the trust policy accepts the pool's users. NotTrusted: it refuses them;
/// Reason names the condition that fails and WorkingStatement holds the statement that would work, which Set-PoolRole
/// -RepairTrust adds. Conditional: it depends on Conditions that only AWS can decide, such as a request tag, an address, a
/// date, a policy variable or a single identity. Unknown: the trust policy could not be read, for example without the
/// permission iam:GetRole, or not understood; Reason says why. Trusted is the same as a boolean, and empty for the last
/// two. Findings name what works but is weak, such as a missing condition on amr.</para>
/// <para>Roles that come from a
/// token (the role setting Token) are known at the sign-in only and are not listed.</para>
/// <para>Roles are read in parallel. When the pools come from Get-CognitoIdentityPool, the roles of the pools that follow
/// are read ahead: none after the first pool, then one, and at most 64 while pools come one after the other. A pipeline that ends
/// early, or that leaves pools out, has read some of them in vain. What was read ahead is not used after a change through
/// the same connection, nor after 30 seconds.</para>
/// </remarks>
/// <example>
/// <title>The roles of a pool</title>
/// <code>Get-PoolRole shop</code>
/// Writes each role with its uses.
/// </example>
/// <example>
/// <title>Every role that does not work, in all pools</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trusted -eq $false | Format-List RoleName, Use, Reason, WorkingStatement</code>
/// Says why, and what the trust policy needs.
/// </example>
/// <example>
/// <title>Roles that only some users can assume</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trust -eq Conditional | Format-List RoleName, Conditions</code>
/// Writes the conditions, such as a request tag, that AWS decides at each sign-in.
/// </example>
/// <example>
/// <title>What guests may do</title>
/// <code>(Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies | ForEach-Object Document</code>
/// Writes the permissions of the guest role. In the enhanced flow the service cuts them down further.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole. With -IncludePolicy also iam: ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and
/// GetPolicyVersion. A pool given by its name costs ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.Get, "PoolRole")]
[OutputType(typeof(PoolRole))]
public sealed class GetPoolRoleCommand : PoolTargetCommand
{
    private FleetRoleReader? reader;
    private CountProgress? progress;
    private int count;

    /// <summary>Only roles that guests, or that authenticated users get.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Only roles of these names or ARNs. Wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleCompleter))]
    [RoleName]
    public string[]? Role { get; set; }

    /// <summary>Also writes the trust policy, and reads the permissions policies: two calls for each role and one or two
    /// for each policy. Without it, TrustPolicy and Policies are null.</summary>
    [Parameter]
    public SwitchParameter IncludePolicy { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        progress ??= new CountProgress(
            Reporter, "Reading roles of identity pools", "pools read", connection.TimeProvider);
        var roles = ReaderOf(connection).Read(id, Unwrapped.Object(Pool) as IdentityPool);
        Await(roles);
        // A role that is piped names its pool, too, but whoever pipes it means the role.
        var piped = IsBound(nameof(Role)) || IsBound(nameof(IdentityType)) || OwnObject.TypeOf(Pool) is not (nameof(PoolRole) or nameof(FoundPoolRole))
            ? null
            : Unwrapped.Property(Pool!, nameof(PoolRole.RoleArn));
        foreach (var role in roles.Result)
        {
            Await(role);
            if (piped is null || role.Result.RoleArn == piped)
                WriteObject(role.Result);
        }
        progress.Show(++count, throttled: false);
    }

    private protected override void End()
    {
        progress?.End();
        DrainReports();
    }

    private protected override void Close() => reader?.Dispose();

    private FleetRoleReader ReaderOf(AccountConnection connection)
    {
        if (reader?.Connection == connection)
            return reader;
        var patterns = Role?.Select(name => Wildcard.Of(nameof(Role), name)).ToList();
        reader?.Dispose();
        reader = new FleetRoleReader(connection, IncludePolicy, role => IsWanted(role, patterns), Observer, Cancellation);
        return reader;
    }

    private bool IsWanted(PoolRole role, List<WildcardPattern>? patterns) =>
        (!IsBound(nameof(IdentityType)) || role.IdentityType == IdentityType)
        && patterns?.Exists(pattern => pattern.IsMatch(role.RoleName) || pattern.IsMatch(role.RoleArn)) != false;
}
