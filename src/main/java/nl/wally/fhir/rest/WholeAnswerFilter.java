package nl.wally.fhir.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends an answer in one piece, with its length. HAPI's JSON writer flushes after every element, and each flush would be
 * a packet of its own; and whoever fails halfway has not sent half a resource. Answers are bounded: a page has at most a
 * hundred matches and what they include, a history at most a thousand versions.
 */
class WholeAnswerFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        answer.copyBodyToResponse();
    }
}
