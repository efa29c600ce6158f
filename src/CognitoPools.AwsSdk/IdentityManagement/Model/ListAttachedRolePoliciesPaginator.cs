using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListAttachedRolePolicies.</summary>
internal sealed class ListAttachedRolePoliciesPaginator : IPaginator<ListAttachedRolePoliciesResponse>, IListAttachedRolePoliciesPaginator
{
    private readonly IAmazonIdentityManagementService client;
    private readonly ListAttachedRolePoliciesRequest request;
    private int used;

    public ListAttachedRolePoliciesPaginator(IAmazonIdentityManagementService client, ListAttachedRolePoliciesRequest request)
    {
        this.client = client;
        this.request = request;
    }

    public IPaginatedEnumerable<ListAttachedRolePoliciesResponse> Responses => new PaginatedResponse<ListAttachedRolePoliciesResponse>(this);

    public IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies => new PaginatedResultKeyResponse<ListAttachedRolePoliciesResponse, AttachedPolicyType>(this, page => page.AttachedPolicies ?? new List<AttachedPolicyType>());

    async IAsyncEnumerable<ListAttachedRolePoliciesResponse> IPaginator<ListAttachedRolePoliciesResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new System.InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }
        ListAttachedRolePoliciesResponse page;
        do
        {
            page = await client.ListAttachedRolePoliciesAsync(request, cancellationToken).ConfigureAwait(false);
            request.Marker = page.Marker;
            yield return page;
        }
        while (page.IsTruncated == true);
    }
}
