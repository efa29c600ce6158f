using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Formatting;
using CognitoPools.Roles;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Gets temporary AWS credentials from an identity pool, as an app does for a guest or for a user who signed
/// in.</summary>
/// <remarks>
/// <para>In the enhanced flow, the pool chooses the role. With -Flow Basic, the cmdlet uses the classic flow through
/// STS, and you choose the role with -Role. The calls are unsigned, so no AWS credentials are required if you specify
/// the pool by its id.</para>
/// <para>If the service refuses the sign-in, the error explains which setting of the pool, the role or the token is
/// wrong, and names the command that repairs it. For this explanation, the cmdlet reads the pool if the caller is
/// allowed to.</para>
/// <para>The views mask the secret key and the session token. The properties SecretKey and SessionToken contain the
/// values. The property names match the parameters of the AWS.Tools cmdlets, so you can pipe the object to them.</para>
/// <para>Each call for a guest without -IdentityId creates an identity in the pool. RoleName is the role that STS
/// reports for the credentials. STS omits the role's path, so RoleArn is the ARN of the pool's role with that name, or
/// of the role in IAM. It is empty if the caller can read neither.</para>
/// <para>This cmdlet cannot change the environment. To use the credentials elsewhere, set AWS_ACCESS_KEY_ID,
/// AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as in the third example.</para>
/// </remarks>
/// <example>
/// <title>A guest</title>
/// <code>Get-PoolCredential shop</code>
/// Checks that guests get credentials, and shows the role.
/// </example>
/// <example>
/// <title>A user of a user pool</title>
/// <code>Get-PoolCredential shop -Login @{ 'us-east-1_AbCdEf123' = $idToken }</code>
/// Specifies the user pool by its id. The cmdlet builds the login key.
/// </example>
/// <example>
/// <title>Use the credentials in this session</title>
/// <code>$credential = Get-PoolCredential shop
/// $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN = $credential.AccessKeyId,
/// $credential.SecretKey, $credential.SessionToken</code>
/// Sets the environment variables that AWS tools read.
/// </example>
/// <example>
/// <title>The basic flow</title>
/// <code>Get-PoolCredential shop -Flow Basic -Role shop_guestrole</code>
/// Gets an OpenID token and assumes the role with it.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: GetId and GetCredentialsForIdentity, or with -Flow Basic GetOpenIdToken and sts:
/// AssumeRoleWithWebIdentity. They require no permission. sts: GetCallerIdentity identifies the role. Its ARN comes
/// from cognito-identity: GetIdentityPoolRoles or iam: GetRole, if the caller is allowed to call one of them. To explain a refusal,
/// the cmdlet calls as far as permitted cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole. A pool specified by its name also requires ListIdentityPools; an id does
/// not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Get, "PoolCredential")]
[OutputType(typeof(PoolCredential))]
public sealed class GetPoolCredentialCommand : SignInCommand
{
    /// <summary>Specifies the role to request in the enhanced flow by its name or ARN. It must be a role that the token
    /// lists or that a rule assigns.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleCompleter))]
    [RoleName]
    public string? CustomRole { get; set; }

    /// <summary>Specifies the flow: Enhanced, in which the pool chooses the role, or Basic (classic), which requires
    /// -Role. By default, Enhanced.</summary>
    [Parameter]
    [OneValue(Of = typeof(SignInFlow))]
    [ArgumentCompleter(typeof(ChoiceCompleter<SignInFlow>))]
    public Choice<SignInFlow> Flow { get; set; } = SignInFlow.Enhanced;

    /// <summary>An older name for -Flow Basic.</summary>
    [Parameter(DontShow = true)]
    public SwitchParameter BasicFlow { get; set; }

    /// <summary>Specifies the role to assume in the basic flow by its name or ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? Role { get; set; }

    /// <summary>Specifies how long the session lasts in the basic flow: 15 minutes to 12 hours, and no longer than the
    /// role allows. By default, one hour.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Duration { get; set; }

    private protected override void SignIn(string? identityId)
    {
        CheckFlow();
        if (IsBound(nameof(Duration)) && (Duration < TimeSpan.FromMinutes(15) || Duration > TimeSpan.FromHours(12)))
        {
            throw new InvalidSettingException(
                nameof(Duration), Duration, "the duration of a session must be 15 minutes to 12 hours.",
                "Specify a time span such as 1:00:00.");
        }
        var isBasic = IsBasic;
        var (connection, wish) = ReadWish(identityId);
        var signIn = new PoolSignIn(connection);
        var named = isBasic ? Role : CustomRole;
        var role = named is null
            ? null
            : named.StartsWith("arn:", StringComparison.Ordinal)
                ? named
                : Run(token => NamedRole.FindAsync(
                    connection, wish.Region, isBasic ? nameof(Role) : nameof(CustomRole), named, token)).Arn;
        WriteObject(SecretObject.Of(isBasic
            ? SignIn(
                connection, wish, SignInFlow.Basic, role,
                token => signIn.BasicAsync(wish, role!, IsBound(nameof(Duration)) ? Duration : null, token))
            : SignIn(connection, wish, SignInFlow.Enhanced, role, token => signIn.EnhancedAsync(wish, role, token))));
    }

    private bool IsBasic => Flow == SignInFlow.Basic || BasicFlow;

    private void CheckFlow()
    {
        Combination.OneOf((nameof(Flow), IsBound(nameof(Flow))), (nameof(BasicFlow), IsBound(nameof(BasicFlow))));
        var basic = $"{nameof(Flow)} {SignInFlow.Basic}";
        Combination.OnlyWith(
            basic, IsBasic, (nameof(Role), Role is not null), (nameof(Duration), IsBound(nameof(Duration))));
        if (IsBasic && Role is null)
        {
            var name = BasicFlow ? nameof(BasicFlow) : nameof(Flow);
            throw new InvalidSettingException(
                name, null, $"-{(BasicFlow ? name : basic)} requires -{nameof(Role)}.", $"Specify -{nameof(Role)}, or omit -{name}.");
        }
        Combination.NotWith(basic, IsBasic, (nameof(CustomRole), CustomRole is not null));
    }
}
