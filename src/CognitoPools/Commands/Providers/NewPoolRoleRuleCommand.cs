using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Providers;

/// <summary>Makes a rule that gives a role to users whose token has a certain claim, for Set- and
/// Add-PoolIdentityProvider.</summary>
/// <remarks>
/// <para>It makes an object and calls nothing; the role is looked up and its trust policy checked when the rule is
/// given to a provider. Rules are tried in their order and the first that fits wins; a provider has at most 25.</para>
/// <para>Equals, StartsWith and Contains compare text with upper and lower case told apart. NotEqual fits every user
/// who has the claim with another value; a user without the claim at all does not fit it. So NotEqual is no 'everybody
/// else': put what everybody else gets into the role resolution.</para>
/// <para>Custom attributes of a user pool carry 'custom:' in their names. Facebook's and Amazon's tokens have only iss,
/// aud and sub to compare.</para>
/// </remarks>
/// <example>
/// <title>A group of a user pool</title>
/// <code>$rule = New-PoolRoleRule -Claim custom:team -Value web -Role shop-web
/// Set-PoolIdentityProvider shop CognitoUserPool -AddRule $rule</code>
/// Users whose attribute 'team' is 'web' get the role.
/// </example>
/// <example>
/// <title>The same as a hashtable</title>
/// <code>Set-PoolIdentityProvider shop CognitoUserPool -AddRule @{ Claim = 'custom:team'; Value = 'web'; Role = 'shop-web' } # or New-PoolRoleRule</code>
/// Needs no rule object.
/// </example>
/// <example>
/// <title>From a file</title>
/// <code>Import-Csv rules.csv | New-PoolRoleRule</code>
/// Makes a rule of each line with the columns Claim, Operator, Value and Role.
/// </example>
/// <example>
/// <title>Rules of the AWS CLI or of Terraform</title>
/// <code>@{ claim = 'hd'; match_type = 'Equals'; value = 'example.com'; role_arn = 'arn:aws:iam::123456789012:role/staff' } |
///     New-PoolRoleRule</code>
/// Brings them to the words of this module. Set-PoolIdentityProvider -Rule takes them as they are, too.
/// </example>
/// <notes>
/// <para>Calls: none; that the role is there is checked where the rule is set. A provider has at most 25 rules.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.New, "PoolRoleRule", DefaultParameterSetName = RuleSet)]
[OutputType(typeof(PoolRoleRule))]
public sealed class NewPoolRoleRuleCommand : PoolCommand
{
    private const string PartsSet = "Parts";
    private const string RuleSet = "Rule";

    /// <summary>The claim of the token, 1 to 64 characters without spaces.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ClaimCompleter))]
    public string Claim { get; set; } = "";

    /// <summary>How claim and value are compared: Equals (the default), NotEqual, StartsWith or Contains.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [OneValue(Of = typeof(RuleOperator))]
    [Alias("MatchType")]
    [ArgumentCompleter(typeof(ChoiceCompleter<RuleOperator>))]
    public Choice<RuleOperator> Operator { get; set; }

    /// <summary>The value to compare with, 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Value { get; set; } = "";

    /// <summary>The role that fitting users get, by name or ARN, or as New-PoolRole wrote it.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [ValidateNotNullOrEmpty]
    [Alias("RoleArn")]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string Role { get; set; } = "";

    /// <summary>A rule in another form: a hashtable, a row of a file, or what the AWS CLI, CloudFormation, CDK and Terraform write
    /// (MatchType and RoleARN, match_type and role_arn, claimValue and mappedRole).</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RuleSet)]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

    private protected override IReadOnlyList<object?> Items => ParameterSetName == RuleSet ? OneOrMany.Of(Rule) : [Claim];

    private protected override void Process()
    {
        if (ParameterSetName == RuleSet)
        {
            foreach (var read in RuleArgument.Read([IsArgument(nameof(Rule)) ? CurrentItem : RuleArgument.OfRow(CurrentItem)]))
            {
                PoolRules.CheckRule(read);
                WriteObject(read);
            }
            return;
        }
        var rule = new PoolRoleRule { Claim = Claim, Operator = Operator, Value = Value, Role = Role };
        PoolRules.CheckRule(rule);
        WriteObject(rule);
    }
}
