namespace Amazon.IdentityManagement.Model;

/// <summary>The request of GetSAMLProvider. Returns the SAML provider metadocument that was uploaded when the IAM SAML provider resource object was created or updated.</summary>
public partial class GetSAMLProviderRequest : AmazonIdentityManagementServiceRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the SAML provider resource object in IAM to get information about. For more information about ARNs, see Amazon Resource Names (ARNs) in the Amazon Web Services General Reference. Required. Constraint: 20 to 2048 characters.</summary>
    public string SAMLProviderArn { get; set; }
}
