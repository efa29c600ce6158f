using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Fleet;

namespace CognitoPools.Commands.Access;

/// <summary>Gets the IAM roles of an identity pool, where each is used, and whether its trust policy accepts the pool's
/// users.</summary>
/// <remarks>
/// <para>Use this cmdlet to find out why users get no credentials. The roles are the pool's default role for
/// authenticated users, its guest role, and the roles of its providers' rules. A role that both guests and
/// authenticated users get is returned twice.</para>
/// <para>The property Trust has one of four values:</para>
/// <para>Trusted: the trust policy accepts the pool's users.</para>
/// <para>NotTrusted: the trust policy refuses them. Reason names the statement and the condition that fails.
/// WorkingStatement is the statement that would work; Set-PoolRole -RepairTrust adds it.</para>
/// <para>Conditional: the answer depends on conditions that only AWS can decide, such as a request tag, an address, a
/// date, a policy variable or a single identity. Conditions lists them.</para>
/// <para>Unknown: the trust policy could not be read, for example because the permission iam:GetRole is missing, or it
/// could not be understood. Reason explains the cause.</para>
/// <para>The property Trusted is true, false, or empty for Conditional and Unknown. Findings lists weaknesses of a
/// trust policy that works, such as a missing condition on amr.</para>
/// <para>The cmdlet reads roles in parallel. When you pipe pools from Get-CognitoIdentityPool, it reads the roles of
/// later pools ahead: none after the first pool, then one, and at most 64. If the pipeline ends early or skips
/// pools, the cmdlet does not return some of the roles that it read. The cmdlet discards these roles after a change
/// through the same connection, and after 30 seconds.</para>
/// <para>This cmdlet cannot list roles that come from a token (the role setting Token): they are known only at
/// sign-in.</para>
/// </remarks>
/// <example>
/// <title>Get the roles of a pool</title>
/// <code>Get-PoolRole shop</code>
/// Returns each role and where the pool uses it.
/// </example>
/// <example>
/// <title>Find every role that does not work, in all pools</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trusted -eq $false | Format-List RoleName, Use, Reason, WorkingStatement</code>
/// Shows the reason for each role, and the statement that its trust policy needs.
/// </example>
/// <example>
/// <title>Find roles that only some users can assume</title>
/// <code>Get-CognitoIdentityPool | Get-PoolRole | Where-Object Trust -eq Conditional | Format-List RoleName, Conditions</code>
/// Shows the conditions, such as a request tag, that AWS decides at each sign-in.
/// </example>
/// <example>
/// <title>Show what guests are allowed to do</title>
/// <code>(Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies | ForEach-Object Document</code>
/// Returns the permissions policies of the guest role. In the enhanced flow, the service restricts them further.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole. With -IncludePolicy also iam: ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and
/// GetPolicyVersion. A pool that is specified by name also requires ListIdentityPools; an id does not.</para>
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

    /// <summary>Gets only the roles of guests or only those of authenticated users: Guest or Authenticated. By default,
    /// the cmdlet gets both.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Gets only roles with these names or ARNs. Wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleCompleter))]
    [RoleName]
    public string[]? Role { get; set; }

    /// <summary>Returns the trust policy and the permissions policies too. This requires two more calls for each role
    /// and one or two for each policy. By default, TrustPolicy and Policies are null.</summary>
    [Parameter]
    public SwitchParameter IncludePolicy { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        progress ??= new CountProgress(
            Reporter, "Reading roles of identity pools", "pools read", connection.TimeProvider);
        var roles = ReaderOf(connection).Read(id, Unwrapped.Object(Pool) as IdentityPool);
        Await(roles);
        // A piped role also names its pool, but only that role is wanted.
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
