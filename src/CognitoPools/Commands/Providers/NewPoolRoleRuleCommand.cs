using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Pools;

namespace CognitoPools.Commands.Providers;

/// <summary>Creates a rule that assigns a role to users whose token contains a certain claim, for
/// Set-PoolIdentityProvider and Add-PoolIdentityProvider.</summary>
/// <remarks>
/// <para>The cmdlet creates an object only. Rules are evaluated in order, and the first one that matches determines the
/// role. A provider has at most 25 rules.</para>
/// <para>Equals, StartsWith and Contains are case-sensitive. NotEqual matches users who have the claim with another
/// value. It does not match users without the claim, so NotEqual does not mean 'everybody else'. Use the role
/// resolution for all other users.</para>
/// <para>The names of a user pool's custom attributes begin with 'custom:'. Rules for Facebook and Login with Amazon
/// can compare only iss, aud and sub.</para>
/// <para>This cmdlet cannot check whether the role exists or trusts the pool. That is checked when you add the rule to
/// a provider.</para>
/// </remarks>
/// <example>
/// <title>A group of a user pool</title>
/// <code>$rule = New-PoolRoleRule -Claim custom:team -Value web -Role shop-web
/// Set-PoolIdentityProvider shop CognitoUserPool -AddRule $rule</code>
/// Users whose attribute 'team' is 'web' get the role.
/// </example>
/// <example>
/// <title>A rule from a hashtable</title>
/// <code>@{ Claim = 'custom:team'; Value = 'web'; Role = 'shop-web' } | New-PoolRoleRule</code>
/// Creates the same rule. Set-PoolIdentityProvider -AddRule also accepts the hashtable directly.
/// </example>
/// <example>
/// <title>Rules from a file</title>
/// <code>Import-Csv rules.csv | New-PoolRoleRule</code>
/// Creates a rule from each row with the columns Claim, Operator, Value and Role.
/// </example>
/// <example>
/// <title>Rules of the AWS CLI or of Terraform</title>
/// <code>@{ claim = 'hd'; match_type = 'Equals'; value = 'example.com'; role_arn = 'arn:aws:iam::123456789012:role/staff' } |
///     New-PoolRoleRule</code>
/// Converts the rule to the names of this module. Set-PoolIdentityProvider -Rule also accepts such rules directly.
/// </example>
/// <notes>
/// <para>Calls: none. The role is checked when the rule is set.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsCommon.New, "PoolRoleRule", DefaultParameterSetName = RuleSet)]
[OutputType(typeof(PoolRoleRule))]
public sealed class NewPoolRoleRuleCommand : PoolCommand
{
    private const string PartsSet = "Parts";
    private const string RuleSet = "Rule";

    /// <summary>Specifies the claim of the token, 1 to 64 characters without spaces.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ClaimCompleter))]
    public string Claim { get; set; } = "";

    /// <summary>Specifies how the claim is compared with the value: Equals, NotEqual, StartsWith or Contains. By
    /// default, Equals.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [OneValue(Of = typeof(RuleOperator))]
    [Alias("MatchType")]
    [ArgumentCompleter(typeof(ChoiceCompleter<RuleOperator>))]
    public Choice<RuleOperator> Operator { get; set; }

    /// <summary>Specifies the value to compare with, 1 to 128 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Value { get; set; } = "";

    /// <summary>Specifies the role that matching users get by its name or ARN, or as the output of
    /// New-PoolRole.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true, ParameterSetName = PartsSet)]
    [ValidateNotNullOrEmpty]
    [Alias("RoleArn")]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [RoleName]
    public string Role { get; set; } = "";

    /// <summary>Specifies a rule in another form: a hashtable, a row of a file, or the output of the AWS CLI,
    /// CloudFormation, the CDK or Terraform. The keys are Claim, Operator, Value and Role, or their names in those
    /// tools: MatchType and RoleARN, match_type and role_arn, claimValue and mappedRole. Operator is Equals (the
    /// default), NotEqual, StartsWith or Contains.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RuleSet)]
    [ArgumentCompleter(typeof(RuleTableCompleter))]
    public PSObject[]? Rule { get; set; }

    private protected override IReadOnlyList<object?> Items => ParameterSetName == RuleSet ? OneOrMany.Of(Rule) : [Claim];

    private protected override void Process()
    {
        if (ParameterSetName == RuleSet)
        {
            foreach (var read in RuleArgument.ReadOne(IsArgument(nameof(Rule)) ? CurrentItem : RuleArgument.OfRow(CurrentItem)))
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
