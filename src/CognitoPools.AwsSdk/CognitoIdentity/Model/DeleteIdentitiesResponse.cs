using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of DeleteIdentities.</summary>
public partial class DeleteIdentitiesResponse : AmazonWebServiceResponse
{
    /// <summary>An array of UnprocessedIdentityId objects, each of which contains an ErrorCode and IdentityId. Constraint: at most 60 items.</summary>
    public List<UnprocessedIdentityId> UnprocessedIdentityIds { get; set; } = AWSConfigs.InitializeCollections ? new List<UnprocessedIdentityId>() : null;
}
