using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Commands.Access;

/// <summary>Gets what guests or authenticated users of an identity pool can do: the actions and resources that their role
/// really allows.</summary>
/// <remarks>
/// <para>Reads the inline policies of the role, the default versions of its attached policies and its permissions boundary.
/// By default, also takes away what the service cuts off: guests who get their credentials in the enhanced flow can use
/// only a list of services, whatever their role allows. In the basic flow this ceiling does not hold, so compare -Flow
/// Basic where the pool allows that flow.</para>
/// <para>Each object is one allowed pattern of actions on one pattern of resources. NotAction and NotResource name what the
/// pattern does not include. Condition is what a request must meet. Within holds further patterns that a request must fit
/// where two policies overlap and one pattern cannot say what is left. Except holds what explicit denies take away; a Deny
/// that covers the whole pattern removes the object. Source names the policy and the statement, and the permissions boundary
/// or the ceiling where it narrows them. Policy variables stand as the policy has them. A condition is shown and never
/// evaluated.</para>
/// <para>Users who sign in may get the pool's role for authenticated users or a role that a rule assigns; each object names
/// its Role. Roles that come from a token (the role setting Token) are known only at a sign-in and are not shown. In the
/// basic flow the caller chooses the role: the objects are those of the pool's own role, but any role whose trust policy
/// accepts the users is open to them.</para>
/// <para>When the pool does not let these users in, nothing is written but a warning that gives the reason. When a role's
/// trust policy does not accept them, a warning says so and the permissions are written anyway. When a policy cannot be
/// read, an error names the missing permission, and nothing is written for that role.</para>
/// <para>Policies of resources (such as bucket policies), organization policies (service and resource control policies) and
/// session policies that a caller passes are not read. The first can allow more, the others less.</para>
/// </remarks>
/// <example>
/// <title>What can an anonymous visitor do here?</title>
/// <code>Get-PoolPermission shop Guest</code>
/// Writes what everybody on the internet who knows the pool's id can do.
/// </example>
/// <example>
/// <title>What guests can do in the basic flow</title>
/// <code>Get-PoolPermission shop Guest -Flow Basic</code>
/// Writes what the role allows without the service's ceiling.
/// </example>
/// <example>
/// <title>What guests can do, in all pools</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Get-PoolPermission -IdentityType Guest | Format-Table IdentityPoolId, Action, Limits</code>
/// Lists the patterns of each pool with what limits them.
/// </example>
/// <example>
/// <title>Which policy allows actions of a service</title>
/// <code>Get-PoolPermission shop Authenticated | Where-Object Action -like cognito-identity:* | Format-List Action, Role, Limits, Source</code>
/// Names the role, the policy and the statement of each pattern.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam: GetRole,
/// ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles of
/// identity pools</seealso>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
/// evaluation logic</seealso>
[Cmdlet(VerbsCommon.Get, "PoolPermission")]
[OutputType(typeof(PoolPermission))]
public sealed class GetPoolPermissionCommand : PoolTargetCommand
{
    private bool toldOfLimits;

    /// <summary>Whose permissions: Guest or Authenticated.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [OneValue(Of = typeof(PoolIdentityType))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolIdentityType>))]
    public Choice<PoolIdentityType> IdentityType { get; set; }

    /// <summary>The authentication flow: Enhanced, in which the service cuts guests' permissions down, or Basic, in which it
    /// does not. Enhanced by default.</summary>
    [Parameter]
    [OneValue(Of = typeof(SignInFlow))]
    [ArgumentCompleter(typeof(ChoiceCompleter<SignInFlow>))]
    public Choice<SignInFlow> Flow { get; set; } = SignInFlow.Enhanced;

    private protected override void Process()
    {
        if (!toldOfLimits)
        {
            WriteVerbose(
                "Policies of resources, organization policies and session policies that a caller passes are not read. The "
                    + "first can allow more, the others less.");
            toldOfLimits = true;
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
                $"Identity pool {pool} also gives users roles that their tokens name. These roles are known only at a "
                    + "sign-in, and their permissions are not shown.");
        }
        if (Flow == SignInFlow.Basic)
        {
            WriteVerbose(
                "In the basic flow the caller chooses the role: any role whose trust policy accepts the caller is open, too.");
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
            WriteVerbose($"Role {role} allows nothing.");
        WriteObject(read.Permissions, enumerateCollection: true);
    }
}
