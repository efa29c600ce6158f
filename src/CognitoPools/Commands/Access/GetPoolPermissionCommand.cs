using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Commands.Access;

/// <summary>Gets what guests or authenticated users of an identity pool can do: the actions and resources that their
/// role effectively allows.</summary>
/// <remarks>
/// <para>The cmdlet reads the inline policies of the role, the default versions of its attached policies, and its
/// permissions boundary. By default, it also applies the limit of the service: guests who get their credentials in the
/// enhanced flow can use only a list of services, whatever their role allows. This ceiling does not apply in the basic
/// flow, so compare the result with -Flow Basic where the pool allows that flow.</para>
/// <para>Each object is one allowed pattern of actions on one pattern of resources.</para>
/// <para>NotAction and NotResource list what the pattern does not include. Condition is what a request must meet; a
/// condition is shown but never evaluated. Sometimes two policies overlap, and one pattern cannot describe what both
/// allow. Within then lists the other patterns that a request must also match.</para>
/// <para>Except lists what explicit denies remove. A Deny that covers the whole pattern removes the object. Source
/// names the policy and the statement, and the permissions boundary or the ceiling where they narrow the pattern.
/// Policy variables are shown as they are in the policy.</para>
/// <para>Users who sign in may get the pool's role for authenticated users or a role that a rule assigns; each object
/// names its Role. In the basic flow, the caller chooses the role. The cmdlet then returns the permissions of the
/// pool's own role, but users can choose any role whose trust policy accepts them.</para>
/// <para>If the pool does not let these users in, the cmdlet returns nothing and writes a warning with the reason. If a
/// role's trust policy does not accept them, it writes a warning and returns the permissions anyway. If a policy cannot
/// be read, an error names the missing permission and nothing is returned for that role.</para>
/// <para>This cmdlet cannot show roles that come from a token (the role setting Token), which are known only at
/// sign-in. It does not read resource-based policies (such as bucket policies), which can allow more, or policies that
/// can only allow less: organization policies (service and resource control policies) and session policies that a
/// caller passes.</para>
/// </remarks>
/// <example>
/// <title>Show what an anonymous visitor can do</title>
/// <code>Get-PoolPermission shop Guest</code>
/// Returns what everyone on the internet who knows the pool's id can do.
/// </example>
/// <example>
/// <title>Show what guests can do in the basic flow</title>
/// <code>Get-PoolPermission shop Guest -Flow Basic</code>
/// Returns what the role allows without the service's ceiling.
/// </example>
/// <example>
/// <title>Show what guests can do, in all pools</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Get-PoolPermission -IdentityType Guest | Format-Table IdentityPoolId, Action, Limits</code>
/// Lists the patterns of each pool and their limits.
/// </example>
/// <example>
/// <title>Find the policy that allows the actions of a service</title>
/// <code>Get-PoolPermission shop Authenticated | Where-Object Action -like cognito-identity:* | Format-List Action, Role, Limits, Source</code>
/// Shows the role, the policy and the statement of each pattern.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion. A pool that is
/// specified by name also requires ListIdentityPools; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM:
/// policy evaluation logic</seealso>
[Cmdlet(VerbsCommon.Get, "PoolPermission")]
[OutputType(typeof(PoolPermission))]
public sealed class GetPoolPermissionCommand : PoolTargetCommand
{
    private bool limitsShown;

    /// <summary>Specifies whose permissions to get: Guest or Authenticated.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>Specifies the authentication flow: Enhanced, in which the service restricts the permissions of guests,
    /// or Basic, in which it does not. The default is Enhanced.</summary>
    [Parameter]
    [OneValue(Of = typeof(SignInFlow))]
    [ArgumentCompleter(typeof(ChoiceCompleter<SignInFlow>))]
    public Choice<SignInFlow> Flow { get; set; } = SignInFlow.Enhanced;

    private protected override void Process()
    {
        if (!limitsShown)
        {
            WriteVerbose(
                "Resource-based policies, which can allow more, are not read. Organization policies and session policies "
                    + "that a caller passes, which can allow less, are not read either.");
            limitsShown = true;
        }
        var (connection, id) = ResolvePool(Pool);
        var pool = ReadPool(connection, id);
        var way = new WayIn(pool, IdentityType, Flow);
        if (way.Closed is { } reason)
        {
            WriteWarning(reason);
            return;
        }
        if (way.HasTokenRoles)
        {
            WriteWarning(
                $"Identity pool {pool} also assigns roles that users' tokens name. These roles are known only at sign-in, so "
                    + "their permissions are not shown.");
        }
        if (Flow == SignInFlow.Basic)
        {
            WriteVerbose(
                "In the basic flow, the caller chooses the role: any role whose trust policy accepts the caller can be used, too.");
        }
        var reader = new PoolPermissionReader(connection);
        foreach (var role in way.Roles)
            WriteRole(reader, pool, role);
    }

    private void WriteRole(PoolPermissionReader reader, IdentityPool pool, string role)
    {
        RolePermissions read;
        try
        {
            read = Run(token => reader.ReadAsync(pool, IdentityType, Flow, role, token));
        }
        catch (UnreadablePermissionsException exception)
        {
            // The pool's other roles can still be read.
            WriteError(PoolErrors.From(exception, IdentityPool));
            return;
        }
        if (read.Warning is { } warning)
            WriteWarning(warning);
        if (read.Permissions.Count == 0 && read.Warning is null)
            WriteVerbose($"Role {role} does not allow anything.");
        WriteObject(read.Permissions, enumerateCollection: true);
    }
}
