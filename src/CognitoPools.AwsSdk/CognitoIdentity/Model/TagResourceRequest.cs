using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The request of TagResource. Assigns a set of tags to the specified Amazon Cognito identity pool. A tag is a label that you can use to categorize and manage identity pools in different ways, such as by purpose, owner, environment, or other criteria.</summary>
public partial class TagResourceRequest : AmazonCognitoIdentityRequest
{
    /// <summary>The Amazon Resource Name (ARN) of the identity pool. Required. Constraint: 20 to 2048 characters.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The tags to assign to the identity pool. Required.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? new Dictionary<string, string>() : null;
}
