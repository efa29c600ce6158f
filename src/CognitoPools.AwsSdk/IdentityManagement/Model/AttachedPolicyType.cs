namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about an attached policy. An attached policy is a managed policy that has been attached to a user, group, or role.</summary>
public partial class AttachedPolicyType
{
    /// <summary>The friendly name of the attached policy. Constraint: 1 to 128 characters, pattern [\w+=,.@-]+.</summary>
    public string PolicyName { get; set; }

    /// <summary>The Amazon Resource Name (ARN). ARNs are unique identifiers for Amazon Web Services resources. For more information about ARNs, go to Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Constraint: 20 to 2048 characters.</summary>
    public string PolicyArn { get; set; }
}
