namespace Amazon.IdentityManagement.Model;

/// <summary>Contains the Amazon Resource Name (ARN) for an IAM OpenID Connect provider.</summary>
public partial class OpenIDConnectProviderListEntry
{
    /// <summary>The Amazon Resource Name (ARN). ARNs are unique identifiers for Amazon Web Services resources. For more information about ARNs, go to Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Constraint: 20 to 2048 characters.</summary>
    public string Arn { get; set; }
}
