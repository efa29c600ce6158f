using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of UntagResource. Removes the specified tags from the specified Amazon Cognito identity pool. You can use this action up to 5 times per second, per account.</summary>
public partial class UntagResourceRequest : AmazonCognitoIdentityRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the identity pool. Required. Constraint: 20 to 2048 characters.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The keys of the tags to remove from the user pool. Required.</summary>
    public List<string> TagKeys { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
