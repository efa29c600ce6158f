using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Formatting;
using CognitoPools.Roles;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Gets temporary AWS credentials from an identity pool, as an app's user would: a guest, or somebody who
/// signed in.</summary>
/// <remarks>
/// <para>In the enhanced flow the pool chooses the role; -Flow Basic takes the classic way through STS, in which -Role
/// names it. The calls go unsigned, so no AWS credentials are needed when the pool is given by its id. A refusal is
/// explained: which setting of the pool, the role or the token is wrong, and the command that repairs it. To explain,
/// the pool is read where the caller may.</para>
/// <para>The secret key and the session token are masked when they are shown; the properties SecretKey and SessionToken
/// hold them. Their names fit the parameters of AWS's own cmdlets, so that the object can be piped to them. Nothing in
/// the environment is changed: to use the credentials elsewhere, set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
/// AWS_SESSION_TOKEN yourself, as an example shows.</para>
/// <para>Each call for a guest without -IdentityId makes a new identity in the pool. RoleName is what STS says of the
/// credentials. STS leaves out a role's path, so RoleArn is the ARN of the pool's role of that name, or of IAM's; it
/// stays empty where the caller may read neither.</para>
/// </remarks>
/// <example>
/// <title>A guest</title>
/// <code>Get-PoolCredential shop</code>
/// Proves that guests get credentials, and shows the role.
/// </example>
/// <example>
/// <title>A user of a user pool</title>
/// <code>Get-PoolCredential shop -Login @{ 'us-east-1_AbCdEf123' = $idToken }</code>
/// The user pool is named by its id; the login key is made from it.
/// </example>
/// <example>
/// <title>Use them in this session</title>
/// <code>$credential = Get-PoolCredential shop
/// $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_SESSION_TOKEN = $credential.AccessKeyId,
/// $credential.SecretKey, $credential.SessionToken</code>
/// Sets the environment variables that AWS tools read.
/// </example>
/// <example>
/// <title>The basic flow</title>
/// <code>Get-PoolCredential shop -Flow Basic -Role shop_guestrole</code>
/// Gets an identity token and assumes the role with it.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: GetId and GetCredentialsForIdentity, or with -Flow Basic GetOpenIdToken and sts:
/// AssumeRoleWithWebIdentity; these need no permission. sts: GetCallerIdentity says which role was given. What the
/// caller may read tells its ARN: cognito-identity: GetIdentityPoolRoles, or else iam: GetRole. To explain a refusal it
/// reads what the caller may: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole. A pool given by its name costs ListIdentityPools too; an id does
/// not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">Amazon Cognito:
/// the enhanced and the basic flow</seealso>
[Cmdlet(VerbsCommon.Get, "PoolCredential")]
[OutputType(typeof(PoolCredential))]
public sealed class GetPoolCredentialCommand : SignInCommand
{
    /// <summary>The role to ask for, by name or ARN: one that the token lists or a rule gives.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleCompleter))]
    [RoleName]
    public string? CustomRole { get; set; }

    /// <summary>The flow: Enhanced, in which the pool chooses the role, or Basic (classic), which needs -Role. Without it:
    /// Enhanced.</summary>
    [Parameter]
    [OneValue(Of = typeof(SignInFlow))]
    [ArgumentCompleter(typeof(ChoiceCompleter<SignInFlow>))]
    public Choice<SignInFlow> Flow { get; set; } = SignInFlow.Enhanced;

    /// <summary>The earlier spelling of -Flow Basic.</summary>
    [Parameter(DontShow = true)]
    public SwitchParameter BasicFlow { get; set; }

    /// <summary>The role to assume in the basic flow, by name or ARN.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string? Role { get; set; }

    /// <summary>How long the session lasts in the basic flow: 15 minutes to 12 hours, and no longer than the role
    /// allows. Without it: an hour.</summary>
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
                nameof(Duration), Duration, "a session lasts 15 minutes to 12 hours.",
                "Give a time span such as 1:00:00.");
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
        Combination.OnlyWith(nameof(Role), Role is not null, (BasicFlow ? nameof(BasicFlow) : nameof(Flow), IsBasic));
        Combination.NotWith(basic, IsBasic, (nameof(CustomRole), CustomRole is not null));
    }
}
