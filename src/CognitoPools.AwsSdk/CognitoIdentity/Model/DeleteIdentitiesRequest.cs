using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of DeleteIdentities. Deletes identities from an identity pool. You can specify a list of 1-60 identities that you want to delete. You must use Amazon Web Services developer credentials to call this operation.</summary>
public partial class DeleteIdentitiesRequest : AmazonCognitoIdentityRequest
{
    /// <summary>A list of 1-60 identities that you want to delete. Required. Constraint: 1 to 60 items.</summary>
    public List<string> IdentityIdsToDelete { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
